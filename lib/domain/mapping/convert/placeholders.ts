import { foldValue } from '../values/fold'

const PLACEHOLDERS = new Set(
  'n/a|na|n.a.|n.a|#n/a|none|null|nil|nan|unknown|unbekannt|inconnu|desconocido|tbd|tba|not available|not applicable|not set|undefined|k.a.|k. a.|keine angabe|?|??|???|.|..|...|x|xx|xxx|(none)|(null)|(empty)|<none>|empty|leer|to be defined'
    .split('|')
    .filter((word) => word !== 'x'),
)

/** Whether a cell stands for "no value" (`N/A`, `-`, `tbd`). */
export function isPlaceholder(text: string): boolean {
  // None of the words has a digit, and most values have.
  if (/\d/.test(text)) return false
  const folded = foldValue(text)
  return folded === '' || /^[-–—_/]+$/.test(text.trim()) || PLACEHOLDERS.has(folded)
}
