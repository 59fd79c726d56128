/** A person as their initials; the name for who listens, and on hover. */
export function Initials({ name, label = name }: { name: string; label?: string }) {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
  return (
    <span
      title={label}
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-info-soft font-medium text-2xs text-info-text ring-1 ring-info-line"
    >
      <span aria-hidden>{letters.toUpperCase()}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
