/**
 * One line of a CSV file (RFC 4180), values as they are: what an export of another program looks
 * like, which escapes no formulas.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells
    .map(String)
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}
