/**
 * Spreadsheets run a cell that begins with one of these as a formula (OWASP, CSV injection).
 */
const LEAD = /^[=+\-@\t\r]/
const ESCAPED = /^'+[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?%?$/i

/**
 * Puts an apostrophe before what a spreadsheet would run; plain numbers such as -5 stay numbers.
 * A value that already looks escaped gets one more, so that `unescapeFormula` is an exact inverse.
 */
export function escapeFormula(value: string): string {
  const dangerous = LEAD.test(value) && !PLAIN_NUMBER.test(value)
  return dangerous || ESCAPED.test(value) ? `'${value}` : value
}

/** The value as it was before `escapeFormula`. Only for files that we wrote. */
export function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell
}
