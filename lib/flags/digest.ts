import { createHash } from 'node:crypto'
import type { FlagValues } from './definitions'

/** Stands for checked values: the same for the same ones, in whatever order they are written. */
export function flagsDigest(values: FlagValues): string {
  return createHash('sha256').update(canonical(values)).digest('hex').slice(0, 16)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
