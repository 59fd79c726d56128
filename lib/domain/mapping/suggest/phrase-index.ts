import { attributeByName } from '../catalogue/attributes'
import { importFormats } from '../catalogue/formats'
import { measureOf } from '../convert/quantities'
import { analyseHeader, type HeaderMeaning } from '../lexicon/analyse-header'
import { type WrittenPhrase, writtenPhrases } from '../lexicon/phrases'
import type { ImportFormat } from '../schema'
import { type ConceptWeights, weighConcepts } from './concept-weights'
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

export interface PhraseIndex extends ConceptWeights {
  byConcept: ReadonlyMap<string, readonly IndexedPhrase[]>
}

/** What a header from a known export is worth elsewhere; single words mean many things. */
const FORMAT_PRIOR = { words: 0.8, word: 0.55 }

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
  const byConcept = new Map<string, IndexedPhrase[]>()
  for (const phrase of [...own, ...phrasesOfFormats(formats)]) {
    for (const concept of phrase.concepts) {
      const list = byConcept.get(concept) ?? []
      list.push(phrase)
      byConcept.set(concept, list)
    }
  }
  return { byConcept, ...weighConcepts(own) }
}

let everything: PhraseIndex | undefined

/** The index over all that we know; built once, when first asked for. */
export function fullPhraseIndex(): PhraseIndex {
  everything ??= buildPhraseIndex(importFormats)
  return everything
}
