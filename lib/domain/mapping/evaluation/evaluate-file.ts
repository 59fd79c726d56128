import * as z from 'zod'
import { decodePart, startDecoder } from '@/lib/delimited/decoder'
import { sniff } from '@/lib/delimited/sniff'
import { recogniseFormat } from '../catalogue/recognise-format'
import { fullPhraseIndex } from '../suggest/phrase-index'
import { suggestMappings } from '../suggest/suggest-mappings'
import { type ExpectedColumn, type Judged, judge, type Measures, measure } from './measure'

const mapSchema = z.record(z.string(), z.string().nullable())
const acceptSchema = z.record(z.string(), z.array(z.string().nullable()))

/** The right answers of one file, by header. */
export type Answers = ReadonlyMap<string, ExpectedColumn>

/**
 * The answers of `NAME.map.json` and `NAME.accept.json`.
 * @throws when either is not of the form that the evaluation describes.
 */
export function parseAnswers(map: unknown, accept: unknown): Answers {
  const acceptable = new Map(Object.entries(acceptSchema.parse(accept)))
  return new Map(
    Object.entries(mapSchema.parse(map)).map(([header, attribute]) => [
      header.trim(),
      { header, attribute, acceptable: acceptable.get(header) ?? [] },
    ]),
  )
}

export interface EvaluatedFile {
  measures: Measures
  judged: Judged[]
  milliseconds: number
}

/** As many values per column as the import looks at. */
const SAMPLE_ROWS = 60

function readTable(bytes: Uint8Array): { headers: string[]; rows: string[][] } {
  const sniffed = sniff(bytes)
  if (!sniffed.ok) throw new Error(sniffed.message)
  const { state, records } = decodePart(startDecoder(sniffed.dialect), bytes, { last: true })
  const step = Math.max(1, Math.floor(records.length / SAMPLE_ROWS))
  return {
    headers: (state.columns ?? []).map((column) => column.header),
    rows: records.filter((_, index) => index % step === 0).map(({ cells }) => cells),
  }
}

/** How the engine does on one file. Columns without an answer are not counted. */
export function evaluateFile(options: {
  bytes: Uint8Array
  answers: Answers
  /** A clock in milliseconds. */
  now: () => number
}): EvaluatedFile {
  const { headers, rows } = readTable(options.bytes)
  // Built once per process, so no column's own time.
  const index = fullPhraseIndex()
  const begun = options.now()
  const format = recogniseFormat(headers)?.format ?? null
  const columns = headers.map((header, index) => ({
    index,
    header,
    samples: rows.map((cells) => cells[index] ?? ''),
  }))
  const suggestions = suggestMappings({ columns, format, patterns: [] }, index)
  const milliseconds = options.now() - begun
  const judged = suggestions.flatMap((suggestion) => {
    const expected = options.answers.get(suggestion.header.trim())
    return expected ? [judge(suggestion, expected)] : []
  })
  return { measures: measure(judged), judged, milliseconds }
}
