import { cn } from './cn'

/**
 * One line of text that ends in an ellipsis where it does not fit. The full text shows on hover,
 * and on focus when `focusable` is set: leave it off inside a link, which has the focus already.
 */
export function Truncated({
  text,
  focusable = false,
  className,
}: {
  text: string
  focusable?: boolean
  className?: string
}) {
  const look = cn(
    'block min-w-0 truncate rounded-sm focus:overflow-visible focus:whitespace-normal focus:break-words',
    className,
  )
  if (!focusable) {
    return (
      <span title={text} className={look}>
        {text}
      </span>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach the whole value too
    <span title={text} tabIndex={0} className={look}>
      {text}
    </span>
  )
}
