import type { ReactNode } from 'react'

export interface MessageProps {
  /** The status: "404". */
  code: string
  title: string
  children: ReactNode
  /** Ways on, as links. */
  actions: ReactNode
}

/** A page that has only a message and the ways on; inside a shell the navigation stays around it. */
export function Message({ code, title, children, actions }: MessageProps) {
  return (
    <div className="mx-auto max-w-md py-16 text-center">
      <p className="font-mono text-ink-faint text-sm">{code}</p>
      <h1 className="mt-2 font-semibold text-2xl">{title}</h1>
      <div className="mt-2 text-balance text-ink-muted text-lg">{children}</div>
      <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
    </div>
  )
}
