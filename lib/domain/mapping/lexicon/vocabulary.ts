import { normaliseHeader } from '../header/normalise'
import { writtenPhrases } from './phrases'
import { english } from './words/english'
import { german } from './words/german'
import { others } from './words/others'
import { romance } from './words/romance'

/** The most words that one form has. */
export const LONGEST_FORM = 6

/** Lines of "concept: form, form" as pairs of normalised form and concepts. */
function parseForms(text: string): [string, readonly string[]][] {
  return text.split('\n').flatMap((line) => {
    const colon = line.indexOf(':')
    if (colon < 0) return []
    const concepts = line.slice(0, colon).split(' ')
    return line
      .slice(colon + 1)
      .split(',')
      .map((form): [string, readonly string[]] => [normaliseHeader(form), concepts])
  })
}

/** Words that our English phrases and concepts are made of. */
function englishWords(): Set<string> {
  const words = new Set<string>()
  for (const [, concepts] of parseForms(english)) for (const concept of concepts) words.add(concept)
  for (const { text } of writtenPhrases) {
    for (const word of normaliseHeader(text).split(' ')) words.add(word)
  }
  return words
}

function collectForms(): Map<string, readonly string[]> {
  const forms = new Map(parseForms(english))
  const taken = englishWords()
  for (const [form, concepts] of [german, romance, others].flatMap(parseForms)) {
    // German "Last" is load and Italian "data" is a date, but English headers are far more common.
    if (!forms.has(form) && !taken.has(form)) forms.set(form, concepts)
  }
  forms.delete('')
  return forms
}

/** A form, one word or several, and the concepts that it stands for. */
export const forms: ReadonlyMap<string, readonly string[]> = collectForms()

const UNIT_WORDS = new Map([
  ['mb', 'MB'],
  ['mib', 'MiB'],
  ['gb', 'GB'],
  ['gib', 'GiB'],
  ['tb', 'TB'],
  ['tib', 'TiB'],
  ['kb', 'kB'],
  ['kib', 'KiB'],
  ['pb', 'PB'],
  ['byte', 'B'],
  ['bytes', 'B'],
  ['octets', 'B'],
  ['kbytes', 'kB'],
  ['mbytes', 'MB'],
  ['gbytes', 'GB'],
  ['kbyte', 'kB'],
  ['mbyte', 'MB'],
  ['gbyte', 'GB'],
  ['megabyte', 'MB'],
  ['megabytes', 'MB'],
  ['gigabyte', 'GB'],
  ['gigabytes', 'GB'],
  ['terabyte', 'TB'],
  ['terabytes', 'TB'],
  ['kilobytes', 'kB'],
  ['mhz', 'MHz'],
  ['ghz', 'GHz'],
  ['percent', '%'],
  ['percentage', '%'],
  ['pct', '%'],
  ['prozent', '%'],
  ['pourcentage', '%'],
  ['porcentaje', '%'],
  ['percentuale', '%'],
  ['ms', 'ms'],
  ['msec', 'ms'],
  ['milliseconds', 'ms'],
  ['kbps', 'kbit/s'],
  ['mbps', 'Mbit/s'],
  ['gbps', 'Gbit/s'],
  ['mbit', 'Mbit/s'],
  ['gbit', 'Gbit/s'],
])

/** The unit that a word of a header names, or undefined. */
export function unitOfWord(word: string): string | undefined {
  return UNIT_WORDS.get(word)
}

function collectWords(): Set<string> {
  const words = new Set(UNIT_WORDS.keys())
  for (const form of forms.keys()) for (const word of form.split(' ')) words.add(word)
  for (const concepts of forms.values()) for (const concept of concepts) words.add(concept)
  for (const { text } of writtenPhrases) {
    for (const word of normaliseHeader(text).split(' ')) words.add(word)
  }
  words.delete('')
  return words
}

/** Every single word that our forms and phrases are made of. */
export const knownWords: ReadonlySet<string> = collectWords()

/** Words that carry no meaning of their own in a header. */
export const stopWords: ReadonlySet<string> = new Set(
  'of the a an for de du des la le les der die den dem del della dell el los las di da do dos von van het have as according y et e und and or oder with mit d l al au aux en im zum zur any s its be are davon delimited separated semicolon semi colon comma'.split(
    ' ',
  ),
)
