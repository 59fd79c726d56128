import { applicationAndLocation } from './phrases/application-and-location'
import { computeAndStorage } from './phrases/compute-and-storage'
import { databaseAndCloud } from './phrases/database-and-cloud'
import { identity } from './phrases/identity'
import { metadataAndResilience } from './phrases/metadata-and-resilience'
import { migrationAndFinance } from './phrases/migration-and-finance'
import { networkAndUtilisation } from './phrases/network-and-utilisation'
import { notKept } from './phrases/not-kept'
import { platform } from './phrases/platform'
import { statusAndBusiness } from './phrases/status-and-business'

/** One way to call a column. */
export interface WrittenPhrase {
  text: string
  /** The attribute it means; null for what the canonical model does not keep. */
  attribute: string | null
  /** For what is not kept: the kind of thing, in words. */
  topic: string | null
  /** How sure a header of exactly these words is, from 0 to 1. */
  prior: number
  /** Only believed when the header names a unit of the attribute's dimension. */
  needsUnit: boolean
  /** Only believed when the header says hardly anything else. */
  needsExactness: boolean
  /** Only believed when the header is one of a numbered series. */
  needsNumber: boolean
}

/**
 * The notation: phrases parted by `|`; `~0.6` says how sure the phrase alone is, `@` that it needs
 * a unit beside it, `#` that it needs a number, `!` that nothing else may be said. A plain phrase is sure. Words stand for concepts,
 * so one phrase covers every language and abbreviation.
 */
function parsePhrase(written: string): Omit<WrittenPhrase, 'attribute' | 'topic'> {
  const match = /^(?<text>[^~@#!]+)(?<mark>[~@#!]?)(?<prior>[\d.]*)$/.exec(written.trim())
  const { text = '', mark = '', prior = '' } = match?.groups ?? {}
  return {
    text: text.trim(),
    prior: prior === '' ? 1 : Number(prior),
    needsUnit: mark === '@',
    needsExactness: mark === '!',
    needsNumber: mark === '#',
  }
}

const attributes: Readonly<Record<string, string>> = {
  ...identity,
  ...statusAndBusiness,
  ...applicationAndLocation,
  ...platform,
  ...computeAndStorage,
  ...networkAndUtilisation,
  ...databaseAndCloud,
  ...migrationAndFinance,
  ...metadataAndResilience,
}

function parseAll(
  texts: Readonly<Record<string, string>>,
  target: (key: string) => Pick<WrittenPhrase, 'attribute' | 'topic'>,
): WrittenPhrase[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    text.split('|').map((written) => ({ ...parsePhrase(written), ...target(key) })),
  )
}

/** Every phrase we know, for what is kept and for what is not. */
export const writtenPhrases: readonly WrittenPhrase[] = [
  ...parseAll(attributes, (attribute) => ({ attribute, topic: null })),
  ...parseAll(notKept, (topic) => ({ attribute: null, topic })),
]
