/**
 * Moves the focus inside a menu as a key asks for: arrows (around the ends), Home, End, or the
 * first letter of an entry. Gives back whether the key was one of these.
 */
export function moveInMenu(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')]
  const at = items.findIndex((item) => item.matches(':focus'))
  const next = nextIndex(
    items.map((item) => item.textContent.trim()),
    at,
    key,
  )
  if (next === null) return false
  items[next]?.focus()
  return true
}

/** The place a key leads to from `at` (−1: nowhere yet), or null when the key moves nothing. */
export function nextIndex(labels: readonly string[], at: number, key: string): number | null {
  const count = labels.length
  if (count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (Math.max(at, 0) - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key.length !== 1 || key === ' ') return null
  const starts = (offset: number) =>
    labels[(at + offset) % count]?.toLowerCase().startsWith(key.toLowerCase())
  const offset = labels.map((_, index) => index + 1).find(starts)
  return offset === undefined ? null : (at + offset) % count
}
