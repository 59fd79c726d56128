import type { SourcedValue } from '@/db/schema'

type PackedValue = string | number | boolean | Partial<SourcedValue>

export type PackedValues = Record<string, PackedValue>

/**
 * Values as they are stored: the words of a source only where they say more than the value. The
 * same values give the same text.
 * @param names of the values in the order of their spelling, and of others besides
 */
export function packedJson(
  values: Readonly<Record<string, SourcedValue>>,
  names: readonly string[] = Object.keys(values).sort(),
): string {
  let json = ''
  for (const name of names) {
    const sourced = Object.hasOwn(values, name) ? values[name] : undefined
    if (sourced === undefined) continue
    json += `${json === '' ? '{' : ','}${JSON.stringify(name)}:${JSON.stringify(packed(sourced))}`
  }
  return json === '' ? '{}' : `${json}}`
}

function packed(sourced: SourcedValue): PackedValue {
  const { value, raw, unit } = sourced
  if (raw !== String(value)) return sourced
  if (unit !== undefined) return { value, unit }
  return value === null || Array.isArray(value) ? { value } : value
}

/** Reads what `packedJson` wrote and the database parsed. */
export function unpackValues(values: PackedValues): Record<string, SourcedValue> {
  const unpacked = Object.entries(values).map(([name, value]) => [name, unpackValue(value)])
  return Object.fromEntries(unpacked)
}

function unpackValue(packed: PackedValue): SourcedValue {
  if (typeof packed !== 'object') return { value: packed, raw: String(packed) }
  const { value = null, raw = String(value ?? ''), unit } = packed
  return unit === undefined ? { value, raw } : { value, raw, unit }
}
