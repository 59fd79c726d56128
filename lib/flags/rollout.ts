import { createHash } from 'node:crypto'

/**
 * Whether a unit is among the given share. Each unit has its own fixed place for each flag, from a
 * hash of the two, so raising the percentage only adds units.
 * @param percent from 0 (nobody) to 100 (everybody)
 */
export function isInRollout(flag: string, unit: string, percent: number): boolean {
  return placeOf(flag, unit) < percent / 100
}

/** From 0 to below 1. */
function placeOf(flag: string, unit: string): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([flag, unit]))
    .digest()
  return digest.readUInt32BE() / 2 ** 32
}
