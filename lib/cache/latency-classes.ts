/**
 * Upper ends of the classes that times of reads are counted in, in milliseconds; a last class has
 * what is above them. Fixed, so that the counts of many instances add up; a class is at most half as
 * wide as it is far from 0, so that a quantile is that exact.
 */
export const latencyEnds = [
  1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048, 4096,
  8192,
] as const

export const latencyClasses = latencyEnds.length + 1

/** In which class a time is counted. */
export function latencyClassOf(milliseconds: number): number {
  let index = 0
  for (const end of latencyEnds) {
    if (milliseconds < end) return index
    index++
  }
  return index
}

/**
 * The time that a share of the reads stayed below: within its class as if the reads were spread
 * evenly. What is above the last end counts as that end.
 * @param counts of each class
 * @param share from 0 to 1
 * @returns milliseconds; null when nothing was counted
 */
export function latencyQuantile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const wanted = share * total
  let before = 0
  for (const [index, count] of counts.entries()) {
    if (count > 0 && before + count >= wanted) {
      const from = index === 0 ? 0 : (latencyEnds[index - 1] ?? 0)
      const to = latencyEnds[index] ?? from
      return from + ((wanted - before) / count) * (to - from)
    }
    before += count
  }
  return null
}
