import { classOf, quantileOf } from './histogram'

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
  return classOf(latencyEnds, milliseconds)
}

/**
 * The time that a share of the reads stayed below.
 * @param counts of each class
 * @param share from 0 to 1
 * @returns milliseconds; null when nothing was counted
 */
export function latencyQuantile(counts: readonly number[], share: number): number | null {
  return quantileOf(latencyEnds, counts, share)
}
