import { attributeByName } from '../mapping/catalogue/attributes'

/** Units of sizes and rates; the others only name what is counted. */
const measures = new Set(['MiB', 'GiB', 'MHz', 'MB/s', 'ops/s', '%', 'ms', 'U'])

/** The header of an attribute in our exports: its name in words and its unit. */
export function exportTitle(attribute: string): string {
  const known = attributeByName(attribute)
  if (!known) return attribute
  const measured = known.unit !== null && measures.has(known.unit) && !known.label.includes('%')
  return measured ? `${known.label} (${known.unit})` : known.label
}
