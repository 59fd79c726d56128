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

/** A few million times in a large import, so that it makes nothing but what it returns. */
function mapValues<A, B>(values: Readonly<Record<string, A>>, map: (value: A) => B) {
  const mapped: Record<string, B> = {}
  for (const name in values) {
    const value = map(values[name] as A)
    // An assignment to it would make no field.
    if (name === '__proto__') Object.defineProperty(mapped, name, { ...field, value })
    else mapped[name] = value
  }
  return mapped
}

const field = { configurable: true, enumerable: true, writable: true }

function unpackValue(packed: PackedValue): SourcedValue {
  if (typeof packed !== 'object') return { value: packed, raw: String(packed) }
  const { value = null, raw = String(value ?? ''), unit } = packed
  return unit === undefined ? { value, raw } : { value, raw, unit }
}
