import { importFormats } from '../catalogue/formats'
import type { ImportFormat } from '../schema'
import { buildPhraseIndex } from '../suggest/phrase-index'
import { suggestMappings } from '../suggest/suggest-mappings'
import { acceptableAnswers } from './acceptable-answers'
import { type Judged, judge, type Measures, measure } from './measure'

export interface LeftOutFormat {
  format: ImportFormat
  measures: Measures
  judged: Judged[]
  milliseconds: number
}

/**
 * How the engine does on a format that it has never met: the vocabulary of the format and of every
 * other format of its family is left out, the format is not recognised, and there are no values to
 * look at, only headers.
 */
export function leaveOneOut(format: ImportFormat, now: () => number): LeftOutFormat {
  const others = importFormats.filter((one) => one.family !== format.family)
  const index = buildPhraseIndex(others)
  const begun = now()
  const columns = Object.keys(format.headers).map((header, index) => ({
    index,
    header,
    samples: [],
  }))
  const suggestions = suggestMappings({ columns, format: null, patterns: [] }, index)
  const milliseconds = now() - begun
  const judged = suggestions.map((suggestion) =>
    judge(suggestion, {
      header: suggestion.header,
      attribute: format.headers[suggestion.header] ?? null,
      acceptable: acceptableAnswers(format.id, suggestion.header),
    }),
  )
  return { format, measures: measure(judged), judged, milliseconds }
}
