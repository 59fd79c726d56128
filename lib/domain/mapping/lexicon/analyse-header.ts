import { normaliseHeader } from '../header/normalise'
import { correctSpelling, splitCompound } from './split-word'
import { forms, knownWords, LONGEST_FORM, stopWords, unitOfWord } from './vocabulary'

/** What the words of a header say. */
export interface HeaderMeaning {
  /** The normalised header. */
  normal: string
  /** Concepts, each with how surely it was read, from 0 to 1. */
  concepts: ReadonlyMap<string, number>
  /** Words that we do not know. */
  unknown: readonly string[]
  /** The unit that the header names, as written (`MB`), else null. */
  unit: string | null
  /** Whether the header counts, as in "Disk 2 size". */
  numbered: boolean
}

const SPELLING_CORRECTED = 0.85
const SINGULAR = 0.98

function singularOf(word: string): string | null {
  if (!/^[a-z]{2,}s$/.test(word) || word.endsWith('ss')) return null
  const candidates = [word.slice(0, -1), word.replace(/ies$/, 'y'), word.replace(/es$/, '')]
  return candidates.find((candidate) => candidate !== word && knownWords.has(candidate)) ?? null
}

/** Words that are written together are parted as far as we know the parts. */
function partWords(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (knownWords.has(word) || /^\d+$/.test(word) || singularOf(word) !== null) return [word]
    return splitCompound(word) ?? [word]
  })
}

const RATE = /^(?:sec|second|seconde|seconds|sekunde|segundo)$/

interface Stripped {
  words: string[]
  unit: string | null
}

/** Takes the unit out of the words: "memory in mb" is "memory" in MB. */
function stripUnit(words: readonly string[]): Stripped {
  const kept: string[] = []
  let unit: string | null = null
  let perSecond = false
  words.forEach((word, index) => {
    const found = words.length > 1 ? unitOfWord(word) : undefined
    if (found !== undefined) {
      unit ??= found
      if (kept.at(-1) === 'in') kept.pop()
      return
    }
    const afterUnit = unitOfWord(words[index - 2] ?? '') !== undefined || words[index + 1] === 'in'
    if (RATE.test(word) && words[index - 1] === 'per' && afterUnit) {
      perSecond = true
      if (kept.at(-1) === 'per') kept.pop()
      return
    }
    kept.push(word)
  })
  return { words: kept, unit: unit !== null && perSecond ? `${unit}/s` : unit }
}

/** What follows says where a value comes from, not what it is: "OS according to the tools". */
const PROVENANCE = new Set(
  'from according laut gemass gemaess selon segun secondo volgens'.split(' '),
)

function withoutPrefix(normal: string, prefix: string | null): string[] {
  const words = normal.split(' ').filter((word) => word !== '')
  const own = words.length > 1 && words[0] === prefix ? words.slice(1) : words
  const source = own.findIndex((word, index) => index > 0 && PROVENANCE.has(word))
  return source > 0 ? own.slice(0, source) : own
}

/** French writes Go, Mo and To; only brackets or "en" tell them from words. */
function frenchUnit(header: string): string | null {
  const match = /(?:[([]\s*|\ben\s+)([kmgt])o\s*[)\]]?\s*$/i.exec(header)
  return match?.[1] ? `${match[1].toUpperCase()}B`.replace('KB', 'kB') : null
}

function readWord(word: string): { concepts: readonly string[]; quality: number } | null {
  const direct = forms.get(word)
  if (direct) return { concepts: direct, quality: 1 }
  const singular = singularOf(word)
  if (singular !== null) return { concepts: forms.get(singular) ?? [singular], quality: SINGULAR }
  if (knownWords.has(word)) return { concepts: [word], quality: 1 }
  const corrected = correctSpelling(word)
  if (corrected === null) return null
  return { concepts: forms.get(corrected) ?? [corrected], quality: SPELLING_CORRECTED }
}

/** Things of which a bare plural is a count: "NICs" is the number of them. */
const COUNTED = new Set([
  'cpu',
  'vcpu',
  'core',
  'socket',
  'thread',
  'disk',
  'volume',
  'nic',
  'vm',
  'user',
  'guest',
  'drive',
])

function singularForm(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return [...words.slice(0, -1), singularOf(last) ?? last].join(' ')
}

function longestForm(
  words: readonly string[],
  start: number,
): { length: number; concepts: readonly string[] } | null {
  const most = Math.min(LONGEST_FORM, words.length - start)
  for (let length = most; length >= 2; length -= 1) {
    const form = words.slice(start, start + length)
    const concepts = forms.get(form.join(' ')) ?? forms.get(singularForm(form))
    if (concepts) return { length, concepts }
  }
  return null
}

/**
 * Concepts, unknown words and unit of a header, in whatever language and spelling it is.
 * @param prefix a first word to pass over, because all headers of the file begin with it
 */
export function analyseHeader(header: string, prefix: string | null = null): HeaderMeaning {
  const normal = normaliseHeader(header)
  const french = frenchUnit(header)
  const plain =
    french === null
      ? normal
      : normaliseHeader(header.replace(/[([]?\s*(?:en\s+)?[kmgt]o\s*[)\]]?\s*$/i, ''))
  const { words, unit } = stripUnit(partWords(withoutPrefix(plain, prefix)))
  const concepts = new Map<string, number>()
  const unknown: string[] = []
  let numbered = false
  const add = (names: readonly string[], quality: number) => {
    for (const name of names) concepts.set(name, Math.max(quality, concepts.get(name) ?? 0))
  }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const form = longestForm(words, index)
    if (form) {
      add(form.concepts, 1)
      index += form.length - 1
    } else if (/^\d+$/.test(word) && word.length <= 3) {
      numbered = true
    } else if (!stopWords.has(word)) {
      const read = readWord(word)
      if (read) add(read.concepts, read.quality)
      else unknown.push(word)
    }
  }
  const [only = ''] = concepts.keys()
  const single = concepts.size === 1 && unknown.length === 0 && COUNTED.has(only)
  if (single && /s$/.test(words.at(-1) ?? '')) concepts.set('number', 1)
  return { normal, concepts, unknown, unit: unit ?? french, numbered }
}
