/** A file of tests: its path and its text. */
export interface Spec {
  path: string
  text: string
}

const title = /\btest\(\s*(['"`])ux (\d+(?:, \d+)*): (.*?)\1/g

/** Tests by the numbers in their titles; `ux 7, 9: …` is a test of two items. */
export function testsByItem(specs: readonly Spec[]): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { path, text } of specs) {
    for (const [, , numbers = '', words = ''] of text.matchAll(title)) {
      for (const number of numbers.split(', ').map(Number)) {
        found.set(number, [...(found.get(number) ?? []), `${path}: ${words}`])
      }
    }
  }
  return found
}
