import { cn } from './cn'

/** The mark of Portolan: a compass rose of eight winds, its north in the accent. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cn('size-6 shrink-0 text-ink', className)}
      fill="none"
    >
      <circle cx="12" cy="12" r="8.25" stroke="currentColor" strokeOpacity="0.35" />
      <path
        d="m12 12 5.2-5.2M12 12 6.8 6.8M12 12l5.2 5.2M12 12l-5.2 5.2"
        stroke="currentColor"
        strokeOpacity="0.55"
        strokeLinecap="round"
      />
      <path d="M12 23 10 14l2-2 2 2zM1 12l9-2 2 2-2 2zM23 12l-9 2-2-2 2-2z" fill="currentColor" />
      <path d="m12 1 2 9-2 2-2-2z" className="fill-accent-text" />
    </svg>
  )
}

/** Mark and name. */
export function BrandName({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2 font-semibold tracking-tight', className)}>
      <BrandMark />
      Portolan
    </span>
  )
}
