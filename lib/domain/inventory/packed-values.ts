import type { SourcedValue } from '@/db/schema'

export type PackedValues = Record<string, Partial<SourcedValue>>

/** The words of a source are kept only where they differ from the value, which halves the rows. */
export function packValues(values: Readonly<Record<string, SourcedValue>>): PackedValues {
  const entries = Object.entries(values).map(([attribute, sourced]) => {
    const { raw, ...rest } = sourced
    return [attribute, raw === String(sourced.value) ? rest : sourced] as const
  })
  return Object.fromEntries(entries)
}

/** The inverse of `packValues`. */
export function unpackValues(values: PackedValues): Record<string, SourcedValue> {
  const entries = Object.entries(values).map(([attribute, { value = null, raw, unit }]) => {
    const whole: SourcedValue = { value, raw: raw ?? String(value ?? '') }
    return [attribute, unit === undefined ? whole : { ...whole, unit }] as const
  })
  return Object.fromEntries(entries)
}
