import { convertUnit, parseUnit } from '../convert/units'

export type Dimension = 'size' | 'rate' | 'frequency' | 'share' | 'time'

const REPRESENTATIVES: readonly (readonly [Dimension, string])[] = [
  ['size', 'B'],
  ['rate', 'B/s'],
  ['frequency', 'Hz'],
  ['share', '%'],
  ['time', 's'],
]

/** What a unit measures; null when it is none that we convert. */
export function dimensionOf(unit: string | null): Dimension | null {
  const known = unit === null ? null : parseUnit(unit, true)
  if (known === null) return null
  return REPRESENTATIVES.find(([, other]) => convertUnit(1, known, other) !== null)?.[0] ?? null
}
