import type { LineEnding } from './dialect'
import { DECODER_LIMITS } from './limits'
import { RecordScanner, type ScannedRecord, startScan } from './record-scanner'

/** In the order in which a tie is decided. */
const DELIMITERS = [',', ';', '\t', '|', '^', '~', '\u00a6', '\x1f', '\x01']

/** Enough to tell a delimiter; more only costs time. */
const SAMPLE_CHARACTERS = 65_536
const SAMPLE_RECORDS = 200
/** Reports put at most a handful of title lines above their columns. */
const TITLE_RECORDS = 20

export type DetectedShape = { delimiter: string; quote: string; headerLine: number }

/**
 * Delimiter, quote and header line of a sample.
 * A first line `sep=;` (which spreadsheets write) decides; else the delimiter under which most rows
 * have as many cells as the header.
 */
export function detectShape(
  sample: string,
  wanted: { delimiter?: string; quote?: string | null },
): DetectedShape {
  const text = sample.slice(0, SAMPLE_CHARACTERS)
  const declared = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text)
  const quote = wanted.quote ?? detectQuote(text)
  const delimiter = wanted.delimiter ?? declared?.[1] ?? detectDelimiter(text, quote)
  const records = sampleRecords(text, delimiter, quote)
  const body = declared ? records.slice(1) : records
  return { delimiter, quote, headerLine: body[headerIndex(body)]?.line ?? 1 }
}

/** Kind of line breaks, line breaks within quotes included: only shown to people. */
export function detectLineEnding(text: string): LineEnding {
  const found = new Set(text.match(/\r\n|\n|\r(?!$)/g))
  if (found.size > 1) return 'mixed'
  if (found.has('\r\n')) return 'crlf'
  if (found.has('\n')) return 'lf'
  return found.has('\r') ? 'cr' : 'none'
}

function detectQuote(text: string): string {
  const single = text.match(/(?:^|[,;\t|\n\r])'[^'\n\r]*'(?=[,;\t|\n\r]|$)/g)?.length ?? 0
  const double = text.match(/(?:^|[,;\t|\n\r])"/g)?.length ?? 0
  return single > 1 && double === 0 ? "'" : '"'
}

function detectDelimiter(text: string, quote: string): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue
    const score = agreement(sampleRecords(text, delimiter, quote))
    if (score > best.score * 1.01) best = { delimiter, score }
  }
  return best.delimiter
}

/**
 * Share of rows as wide as the header, a little more for more columns; 0 for one column.
 * Half when the first lines had to be taken for titles: under the right delimiter that is rare,
 * under a wrong one (decimal commas) it is the rule.
 */
function agreement(records: readonly ScannedRecord[]): number {
  const start = headerIndex(records)
  const width = records[start]?.columns ?? 0
  if (width < 2) return 0
  const rows = records.slice(start)
  const agreeing = rows.filter((record) => record.columns === width).length
  const share = (agreeing / rows.length) * (start === 0 ? 1 : 0.5)
  return share * (1 + Math.log2(width) / 10)
}

function sampleRecords(text: string, delimiter: string, quote: string): ScannedRecord[] {
  const records: ScannedRecord[] = []
  const keep = (record: ScannedRecord) => {
    if (records.length < SAMPLE_RECORDS && !isBlank(record)) records.push(record)
  }
  const scanner = new RecordScanner(delimiter, quote, DECODER_LIMITS, startScan(), keep)
  scanner.scan(text, [])
  scanner.finish()
  return records
}

/** Index of the column names: title lines above them fill one cell where the rows fill several. */
function headerIndex(records: readonly ScannedRecord[]): number {
  const usual = median(records.map(filledCells))
  if (usual < 2) return 0
  const needed = Math.max(2, usual / 2)
  const found = records.slice(0, TITLE_RECORDS).findIndex((record) => filledCells(record) >= needed)
  return Math.max(0, found)
}

function filledCells(record: ScannedRecord): number {
  return record.cells.filter((cell) => cell.trim() !== '').length
}

function isBlank(record: ScannedRecord): boolean {
  return !record.quoted && record.cells.every((cell) => cell === '')
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
