/**
 * Counts of values by fixed classes, so that those of many instances add up. Classes are given by
 * their upper ends, growing; one more class has what is not below the last end.
 */
type Ends = readonly number[]

/** In which class a value is counted. */
export function classOf(ends: Ends, value: number): number {
  let index = 0
  for (const end of ends) {
    if (value < end) return index
    index++
  }
  return index
}

/**
 * What a share of the values stayed below: within its class as if the values were spread evenly.
 * What is above the last end counts as that end.
 * @param counts of each class
 * @param share from 0 to 1
 * @returns null when nothing was counted
 */
export function quantileOf(ends: Ends, counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const wanted = share * total
  let before = 0
  for (const [index, count] of counts.entries()) {
    if (count > 0 && before + count >= wanted) {
      const from = index === 0 ? 0 : (ends[index - 1] ?? 0)
      const to = ends[index] ?? from
      return from + ((wanted - before) / count) * (to - from)
    }
    before += count
  }
  return null
}
