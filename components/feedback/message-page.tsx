import Link from 'next/link'
import type { ReactNode } from 'react'
import { BrandName } from '@/components/ui/brand-mark'

export interface MessagePageProps {
  /** The status in a word or two: "404 · Not found". */
  code: string
  title: string
  children: ReactNode
  /** Ways on, as links. */
  actions: ReactNode
}

/** A page that has only a message and the ways on. */
export function MessagePage({ code, title, children, actions }: MessagePageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-4 py-4 sm:px-6">
        <Link href="/" className="inline-flex rounded-md">
          <BrandName />
        </Link>
      </header>
      <main className="grid flex-1 place-items-center px-4 pb-24">
        <div className="max-w-md text-center">
          <p className="font-mono text-ink-faint text-sm">{code}</p>
          <h1 className="mt-2 font-semibold text-2xl">{title}</h1>
          <div className="mt-2 text-balance text-ink-muted text-lg">{children}</div>
          <div className="mt-6 flex flex-wrap justify-center gap-2">{actions}</div>
        </div>
      </main>
    </div>
  )
}
