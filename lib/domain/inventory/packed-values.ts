import type { SourcedValue } from '@/db/schema'

type PackedValue = string | number | boolean | Partial<SourcedValue>

export type PackedValues = Record<string, PackedValue>

/** Values as they are stored: the words of a source only where they say more than the value. */
export function packValues(values: Readonly<Record<string, SourcedValue>>): PackedValues {
  return mapValues(values, packValue)
}

function packValue(sourced: SourcedValue): PackedValue {
  const { value, raw, unit } = sourced
  if (raw !== String(value)) return sourced
  if (unit !== undefined) return { value, unit }
  return value === null || Array.isArray(value) ? { value } : value
}

/** The inverse of `packValues`. */
export function unpackValues(values: PackedValues): Record<string, SourcedValue> {
  return mapValues(values, unpackValue)
}

/** Whatever the names: an assignment to `__proto__` would make no field. */
function mapValues<A, B>(values: Readonly<Record<string, A>>, map: (value: A) => B) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
}

function unpackValue(packed: PackedValue): SourcedValue {
  if (typeof packed !== 'object') return { value: packed, raw: String(packed) }
  const { value = null, raw = String(value ?? ''), unit } = packed
  return unit === undefined ? { value, raw } : { value, raw, unit }
}
