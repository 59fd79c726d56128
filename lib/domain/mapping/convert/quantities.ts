import type { CanonicalAttribute, Conversion } from '../schema'
import type { ConversionOptions } from './conventions'
import { parseQuantity } from './numbers'
import { convertUnit, parseUnit } from './units'

/** Units of the catalogue that numbers are converted between; the others only name what is counted. */
const MEASURES = new Set(['MiB', 'GiB', 'MHz', 'MB/s', '%', 'ms'])

/** The unit in which an attribute's numbers are kept, or null when they are plain counts. */
export function measureOf(attribute: CanonicalAttribute): string | null {
  return attribute.unit !== null && MEASURES.has(attribute.unit) ? attribute.unit : null
}

function notANumber(text: string): Conversion {
  return { ok: false, problem: { code: 'not_a_number', reason: `“${text}” is not a number.` } }
}

function rounded(attribute: CanonicalAttribute, value: number): number {
  return attribute.type === 'integer' ? Math.round(value) : Number(value.toPrecision(12))
}

function convertMeasure(
  attribute: CanonicalAttribute,
  text: string,
  quantity: { value: number; suffix: string },
  options: ConversionOptions,
): Conversion {
  const target = measureOf(attribute) ?? ''
  const binary = (options.binaryUnits ?? true) && !target.endsWith('/s')
  const written = quantity.suffix === '' ? null : parseUnit(quantity.suffix, binary)
  if (quantity.suffix !== '' && written === null) {
    const reason = `“${text}” has a unit we do not know: ${quantity.suffix}.`
    return { ok: false, problem: { code: 'unknown_unit', reason } }
  }
  const unit = written ?? options.sourceUnit ?? target
  const converted = convertUnit(quantity.value, unit, target)
  if (converted === null) {
    const reason = `${unit} cannot be converted to ${target}.`
    return { ok: false, problem: { code: 'unknown_unit', reason } }
  }
  return { ok: true, value: rounded(attribute, converted), unit }
}

function convertCount(
  attribute: CanonicalAttribute,
  text: string,
  quantity: { value: number; suffix: string },
): Conversion {
  if (attribute.type === 'integer' && !Number.isInteger(quantity.value)) {
    return { ok: false, problem: { code: 'not_whole', reason: `“${text}” is not a whole number.` } }
  }
  return { ok: true, value: quantity.value }
}

/** A number in the attribute's unit; the unit may stand beside the value or be the column's. */
export function convertQuantity(
  attribute: CanonicalAttribute,
  text: string,
  options: ConversionOptions,
): Conversion {
  const leading = attribute.unit === 'currency' || attribute.unit === 'currency/h'
  const trimmed = leading ? text.replace(/^[^\d+-]+/, '') : text
  // Whole numbers have no decimals, so a dot before three digits can only group them.
  const grouped = attribute.type === 'integer' && /^[1-9]\d{0,2}(?:\.\d{3})+(?:\s|$)/.test(trimmed)
  const mark = options.decimalMark ?? (grouped && measureOf(attribute) !== 'MHz' ? ',' : null)
  const quantity = parseQuantity(trimmed, mark)
  if (!quantity || /\d/.test(quantity.suffix)) return notANumber(text)
  return measureOf(attribute) === null
    ? convertCount(attribute, text, quantity)
    : convertMeasure(attribute, text, quantity, options)
}
