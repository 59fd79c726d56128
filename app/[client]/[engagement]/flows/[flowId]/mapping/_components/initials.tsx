import { initialsOf } from '@/components/ui/initials'

/** A person as their initials; the name for who listens, and on hover. */
export function Initials({ name, label = name }: { name: string; label?: string }) {
  return (
    <span
      title={label}
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-info-soft font-medium text-2xs text-info-text ring-1 ring-info-line"
    >
      <span aria-hidden>{initialsOf(name)}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
