export type DecimalMark = '.' | ','

const GROUPED_BY_COMMA = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/
const GROUPED_BY_DOT = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/

function withPoint(text: string, mark: DecimalMark | null): string {
  const comma = text.lastIndexOf(',')
  const dot = text.lastIndexOf('.')
  if (comma < 0 && dot < 0) return text
  if (comma >= 0 && dot >= 0) {
    const [group, point] = comma > dot ? ['.', ','] : [',', '.']
    return text.replaceAll(group, '').replace(point, '.')
  }
  const sign = comma >= 0 ? ',' : '.'
  const grouped = (comma >= 0 ? GROUPED_BY_COMMA : GROUPED_BY_DOT).test(text)
  const repeated = text.indexOf(sign) !== text.lastIndexOf(sign)
  const groups = mark === null ? grouped && (sign === ',' || repeated) : grouped && sign !== mark
  return groups ? text.replaceAll(sign, '') : text.replace(sign, '.')
}

/**
 * A number as people and tools write it: `1,234.5`, `1.234,5`, `1 234`, `1'234`, `2E3`. One sign
 * alone is read by `mark` where it is known; else a comma before three digits groups them and a dot
 * is the decimal point. Null when the text is no number.
 */
export function parseNumber(text: string, mark: DecimalMark | null): number | null {
  const compact = text
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^−/, '-')
  if (!/^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d{1,3})?$/i.test(compact)) return null
  const [mantissa = '', exponent] = compact.split(/e/i)
  const plain = withPoint(mantissa, mark)
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const value = Number(exponent === undefined ? plain : `${plain}e${exponent}`)
  return Number.isFinite(value) ? value : null
}

/** A number and the word that follows it (`16 GB`, `4 vCPU`, `12,5 %`), or null. */
export function parseQuantity(
  text: string,
  mark: DecimalMark | null,
): { value: number; suffix: string } | null {
  const match =
    /^(?<sign>[~≈]?)(?<number>[+-]?[\d.,'’\s\u00a0\u202f]*\d(?:e[+-]?\d+)?)\s*(?<suffix>[^\d]*)$/i.exec(
      text.trim(),
    )
  if (!match?.groups) return null
  const value = parseNumber(match.groups.number ?? '', mark)
  return value === null ? null : { value, suffix: (match.groups.suffix ?? '').trim() }
}
