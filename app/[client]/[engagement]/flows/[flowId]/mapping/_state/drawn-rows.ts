/** A row of a list that is drawn, and how many are left out between it and the one before. */
export interface DrawnRow {
  index: number
  above: number
}

/**
 * Which rows of a long list are drawn: those of a range and the current one, which must not go while
 * it has the focus.
 * @param range from `from` up to, not including, `to`
 * @param current its index, or -1
 * @returns the rows, and how many are left out below the last
 */
export function drawnRows(
  count: number,
  range: { from: number; to: number },
  current: number,
): { rows: DrawnRow[]; below: number } {
  const to = Math.min(count, range.to)
  const from = Math.min(range.from, to)
  const indices = Array.from({ length: to - from }, (_, at) => from + at)
  if (current >= 0 && current < from) indices.unshift(current)
  if (current >= to && current < count) indices.push(current)
  const rows = indices.map((index, at) => ({ index, above: index - (indices[at - 1] ?? -1) - 1 }))
  return { rows, below: count - 1 - (indices.at(-1) ?? -1) }
}
