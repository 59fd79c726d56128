/** Rows that the engine looks at; it needs a few dozen, and rare values lie anywhere. */
const sampledRows = 200
/** Values of a column that people see. */
const shownSamples = 5
/** Characters of a value that people see. */
const shownCharacters = 120

/** Numbers (from 1) of rows spread evenly over a file, the first and the last among them. */
export function sampleRowNumbers(rowCount: number, wanted = sampledRows): number[] {
  if (rowCount <= wanted) return Array.from({ length: rowCount }, (_, index) => index + 1)
  const stride = (rowCount - 1) / (wanted - 1)
  return Array.from({ length: wanted }, (_, index) => 1 + Math.round(index * stride))
}

/** Different values of a column for people to look at, none of them empty, long ones cut. */
export function shownValues(values: readonly string[]): string[] {
  const different = new Set<string>()
  for (const value of values) {
    const text = value.trim()
    if (text === '') continue
    different.add(text.length > shownCharacters ? `${cut(text)}…` : text)
    if (different.size === shownSamples) break
  }
  return [...different]
}

/** A cut through a surrogate pair would leave half a character, which no database text takes. */
function cut(text: string): string {
  return [...text.slice(0, shownCharacters)].slice(0, -1).join('')
}
