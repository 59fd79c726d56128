import { closest, distance } from 'fastest-levenshtein'
import { knownWords } from './vocabulary'

/** Short words that may be part of a compound; other parts have at least three letters. */
const SHORT_PARTS = new Set([
  'os',
  'ip',
  'vm',
  'id',
  'db',
  'dc',
  'no',
  'nr',
  'ha',
  'mb',
  'gb',
  'tb',
  'kb',
  'cd',
])

/** Sounds that German puts between the parts of a compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'e']

const LONGEST_WORD = 40

function isPart(word: string): boolean {
  if (!knownWords.has(word)) return false
  return word.length >= 3 || SHORT_PARTS.has(word) || !/^[a-z]+$/.test(word)
}

/**
 * The known words that an unknown word is put together from (`cpucount`, `Servername`), the fewest
 * that cover it; null when it cannot be covered.
 */
export function splitCompound(word: string): string[] | null {
  if (word.length > LONGEST_WORD || (word.length < 5 && /^[a-z]+$/.test(word))) return null
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null
    for (let start = 0; start < end; start += 1) {
      const before = best[start]
      if (!before) continue
      const link = before.length === 0 || start === 0 ? [''] : LINKS
      for (const sound of link) {
        const part = word.slice(start, end)
        if (!part.startsWith(sound)) continue
        const core = part.slice(sound.length)
        if (!isPart(core)) continue
        const found = best[end]
        if (!found || before.length + 1 < found.length) best[end] = [...before, core]
      }
    }
  }
  return best[word.length] ?? null
}

const wordsByLength = new Map<number, string[]>()
for (const word of knownWords) {
  const sameLength = wordsByLength.get(word.length) ?? []
  sameLength.push(word)
  wordsByLength.set(word.length, sameLength)
}

/** The known word that an unknown one is a misspelling of, or null. */
export function correctSpelling(word: string): string | null {
  if (word.length < 5 || word.length > LONGEST_WORD || !/^[a-z]+$/.test(word)) return null
  const reach = word.length >= 9 ? 2 : 1
  const near: string[] = []
  for (let length = word.length - reach; length <= word.length + reach; length += 1) {
    near.push(...(wordsByLength.get(length) ?? []))
  }
  if (near.length === 0) return null
  const candidate = closest(word, near)
  // A wrong first letter is far more often another word than a slip.
  return candidate[0] === word[0] && distance(word, candidate) <= reach ? candidate : null
}
