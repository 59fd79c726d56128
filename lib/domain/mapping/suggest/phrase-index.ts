import { attributeByName } from '../catalogue/attributes'
import { importFormats } from '../catalogue/formats'
import { measureOf } from '../convert/quantities'
import { analyseHeader, type HeaderMeaning } from '../lexicon/analyse-header'
import { type WrittenPhrase, writtenPhrases } from '../lexicon/phrases'
import type { ImportFormat } from '../schema'
import { type Dimension, dimensionOf } from './dimension'

/**
 * A phrase ready to be compared with headers. Those of known exports carry the export's title as
 * their topic.
 */
export interface IndexedPhrase extends WrittenPhrase {
  concepts: readonly string[]
  dimension: Dimension | null
  fromFormat: boolean
}

export interface PhraseIndex {
  byConcept: ReadonlyMap<string, readonly IndexedPhrase[]>
  /** What a word weighs that a header has and a phrase has not. */
  spareWeight: (concept: string) => number
  /** What a word weighs that a phrase wants. */
  wantedWeight: (concept: string) => number
}

/** What a header from a known export is worth elsewhere; single words mean many things. */
const FORMAT_PRIOR = { words: 0.8, word: 0.55 }

/** Concepts that say little by themselves, with the share of their weight that they keep. */
const LIGHT = new Map<string, number>([
  ['name', 0.4],
  ['server', 0.3],
  ['vm', 0.35],
  ['machine', 0.3],
  ['computer', 0.3],
  ['device', 0.4],
  ['asset', 0.35],
  ['ci', 0.3],
  ['system', 0.4],
  ['item', 0.4],
  ['object', 0.4],
  ['primary', 0.3],
  ['current', 0.35],
  ['guest', 0.35],
  ['host', 0.6],
  ['number', 0.55],
  ['size', 0.5],
  ['total', 0.5],
  ['value', 0.4],
  ['on', 0.15],
  ['is', 0.25],
  ['has', 0.25],
  ['in', 0.4],
  ['to', 0.3],
  ['at', 0.2],
  ['per', 0.2],
  ['by', 0.5],
  ['date', 0.6],
  ['time', 0.6],
  ['code', 0.5],
  ['info', 0.4],
  ['details', 0.4],
  ['list', 0.2],
  ['field', 0.2],
  ['u', 0.05],
  ['x', 0.1],
  ['custom', 0.4],
  ['it', 0.3],
  ['full', 0.4],
  ['resource', 0.4],
  ['configured', 0.4],
  ['installed', 0.4],
  ['data', 0.6],
  ['hardware', 0.6],
  ['type', 0.7],
  ['id', 0.8],
  ['cmdb', 0.2],
  ['config', 0.45],
  ['configuration', 0.45],
  ['option', 0.4],
  ['options', 0.4],
  ['properties', 0.4],
  ['spec', 0.4],
  ['settings', 0.4],
  ['shape', 0.5],
  ['runtime', 0.4],
  ['freeform', 0.3],
  ['observed', 0.3],
  ['tag', 0.45],
  ['vmware', 0.35],
  ['aws', 0.35],
  ['azure', 0.35],
  ['gcp', 0.35],
])

function termsOf(meaning: HeaderMeaning): string[] {
  return [...meaning.concepts.keys(), ...meaning.unknown]
}

function phrasesOfFormats(formats: readonly ImportFormat[]): IndexedPhrase[] {
  return formats.flatMap((format) =>
    Object.entries(format.headers).flatMap(([header, attribute]) => {
      const concepts = termsOf(analyseHeader(header))
      // One word that one product does not mean for us may well be meant elsewhere.
      if (attribute === null && concepts.length < 2) return []
      return {
        text: header,
        attribute,
        topic: format.title,
        prior: concepts.length > 1 ? FORMAT_PRIOR.words : FORMAT_PRIOR.word,
        needsUnit: false,
        needsExactness: false,
        needsNumber: /\d/.test(header) && attribute === 'disk_size_gib',
        concepts,
        dimension: dimensionOfAttribute(attribute),
        fromFormat: true,
      }
    }),
  )
}

function dimensionOfAttribute(name: string | null): Dimension | null {
  const attribute = name === null ? undefined : attributeByName(name)
  return attribute ? dimensionOf(measureOf(attribute)) : null
}

/** Rare concepts weigh most: how many attributes a concept appears in decides, as in text search. */
function weightsOf(phrases: readonly IndexedPhrase[]): Map<string, number> {
  const users = new Map<string, Set<string>>()
  for (const { concepts, attribute, topic } of phrases) {
    for (const concept of concepts) {
      const set = users.get(concept) ?? new Set()
      users.set(concept, set.add(attribute ?? topic ?? ''))
    }
  }
  const all = Math.log(1 + 180)
  return new Map(
    [...users].map(([concept, set]) => {
      const rarity = Math.log(1 + 180 / set.size) / all
      return [concept, 0.35 + 0.65 * rarity]
    }),
  )
}

/** Concepts that turn a column into another one when they stand beside what a phrase says. */
const TURNING = new Set(
  'max min source destination target license expiry password email phone history previous old limit reservation shares swapped ballooned vendor manufacturer publisher process cost'.split(
    ' ',
  ),
)
const TURNING_FACTOR = 1.8

/** Even a light word counts when a phrase wants it: "parent" alone is not "parent server". */
const LEAST_WANTED = 1

/** What a concept weighs that no phrase of ours uses. */
const UNUSED_WEIGHT = 0.8

/**
 * The index over our own phrases and the vocabularies of the given formats. Leaving a format out
 * leaves out everything that is known from it alone.
 */
export function buildPhraseIndex(formats: readonly ImportFormat[]): PhraseIndex {
  const own: IndexedPhrase[] = writtenPhrases.map((phrase) => {
    const meaning = analyseHeader(phrase.text)
    return {
      ...phrase,
      needsUnit: phrase.needsUnit || meaning.unit !== null,
      concepts: termsOf(meaning),
      dimension: dimensionOfAttribute(phrase.attribute),
      fromFormat: false,
    }
  })
  const weights = weightsOf(own)
  const byConcept = new Map<string, IndexedPhrase[]>()
  for (const phrase of [...own, ...phrasesOfFormats(formats)]) {
    for (const concept of phrase.concepts) {
      const list = byConcept.get(concept) ?? []
      list.push(phrase)
      byConcept.set(concept, list)
    }
  }
  const weightOf = (concept: string) => weights.get(concept) ?? UNUSED_WEIGHT
  return {
    byConcept,
    spareWeight: (concept) =>
      weightOf(concept) * (LIGHT.get(concept) ?? (TURNING.has(concept) ? TURNING_FACTOR : 1)),
    wantedWeight: (concept) => weightOf(concept) * Math.max(LEAST_WANTED, LIGHT.get(concept) ?? 1),
  }
}

let everything: PhraseIndex | undefined

/** The index over all that we know; built once, when first asked for. */
export function fullPhraseIndex(): PhraseIndex {
  everything ??= buildPhraseIndex(importFormats)
  return everything
}
