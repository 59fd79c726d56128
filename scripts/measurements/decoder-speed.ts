import { performance } from 'node:perf_hooks'
import { generateWideRows } from '@/db/seed/estate/wide-rows'
import { type DecoderState, decodePart, startDecoder } from '@/lib/delimited/decoder'
import { sniff } from '@/lib/delimited/sniff'
import { PART_SIZE } from '@/lib/upload/upload-file'
import type { Section } from './section'

const shape = { rows: 60_000, columns: 30, seed: 1 }
const tries = 5

/** Decodes a file part by part, its state written as JSON after each, as an import does. */
function decode(bytes: Uint8Array, state: DecoderState): number {
  let rows = 0
  for (let from = 0; from < bytes.length; from += PART_SIZE) {
    const last = from + PART_SIZE >= bytes.length
    const part = decodePart(state, bytes.subarray(from, from + PART_SIZE), { last })
    state = JSON.parse(JSON.stringify(part.state))
    rows += part.records.length
  }
  return rows
}

/** How fast delimited text is read, on one core. */
export async function measureDecoder(): Promise<Section> {
  const chunks: string[] = []
  for await (const chunk of generateWideRows(shape)) chunks.push(String(chunk))
  const bytes = new TextEncoder().encode(chunks.join(''))
  const found = sniff(bytes.subarray(0, PART_SIZE))
  if (!found.ok) throw new Error(`The generated file cannot be read: ${found.code}`)
  const runs = Array.from({ length: tries }, (_, index) => {
    const started = performance.now()
    const rows = decode(bytes, startDecoder(found.dialect))
    const seconds = (performance.now() - started) / 1000
    return [index + 1, rows, seconds.toFixed(2), (bytes.length / 1e6 / seconds).toFixed(0)]
  })
  return {
    title: 'Reading delimited text',
    command: 'npm run -s measure',
    note: `${(bytes.length / 1e6).toFixed(1)} MB in parts of 4 MiB, the state stored as JSON between two parts; one core.`,
    heading: ['run', 'rows', 'seconds', 'MB/s'],
    rows: runs,
  }
}
