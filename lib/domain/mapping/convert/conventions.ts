import type { DateOrder } from './dates'
import type { DecimalMark } from './numbers'

/** How a column writes what single cells leave open. */
export interface Conventions {
  decimalMark: DecimalMark | null
  dateOrder: DateOrder | null
}

export interface ConversionOptions extends Partial<Conventions> {
  /** The unit of bare numbers, as the suggestion of the column says. */
  sourceUnit?: string | null
  /** Whether MB and GB beside a value mean powers of 1,024; true unless the source says else. */
  binaryUnits?: boolean
}

const BARE_NUMBER = /^[+-]?[\d.,]+(?:\s*[^\d\s.,]+)?$/

function decimalMarkOf(samples: readonly string[]): DecimalMark | null {
  const numbers = samples
    .map((sample) => sample.trim())
    .filter((sample) => BARE_NUMBER.test(sample))
  const commaDecimal = numbers.some((text) =>
    /,(?:\d{1,2}|\d{4,})(?:\D|$)|^[+-]?0,|\.\d+,/.test(text),
  )
  const dotDecimal = numbers.some((text) =>
    /\.(?:\d{1,2}|\d{4,})(?:\D|$)|^[+-]?0\.|,\d+\./.test(text),
  )
  if (commaDecimal !== dotDecimal) return commaDecimal ? ',' : '.'
  const dotted = numbers.filter((text) => text.includes('.'))
  const onlyGroups =
    dotted.length >= 2 && dotted.every((text) => /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text))
  return onlyGroups && !dotDecimal ? ',' : null
}

function dateOrderOf(samples: readonly string[]): DateOrder | null {
  let order: DateOrder | null = null
  for (const sample of samples) {
    const match = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(sample.trim())
    if (!match) continue
    const day = Number(match[1]) > 12
    const month = Number(match[2]) > 12
    if (day === month) continue
    const found = day ? 'dmy' : 'mdy'
    if (order !== null && order !== found) return null
    order = found
  }
  return order
}

/** What a column's samples tell about its decimal mark and the order of day and month. */
export function detectConventions(samples: readonly string[]): Conventions {
  return { decimalMark: decimalMarkOf(samples), dateOrder: dateOrderOf(samples) }
}
