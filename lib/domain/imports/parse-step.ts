import type { Transaction } from '@/db/client'
import { inTwoStages } from '@/lib/base/stages'
import {
  type DecodedPart,
  type DecoderState,
  decodePart,
  startDecoder,
} from '@/lib/delimited/decoder'
import type { DialectOverrides } from '@/lib/delimited/dialect'
import { type DelimitedProblem, describeProblem } from '@/lib/delimited/problem'
import { sniff } from '@/lib/delimited/sniff'
import type { PhaseExecutor, StepContext, StepOutcome } from '@/lib/domain/flows/executor'
import type { FlowFailure } from '@/lib/domain/flows/schema'
import { fileFailure, isFatal, problemsFailure } from './file-failure'
import {
  type DataImport,
  discardFile,
  findBeginning,
  findBytes,
  findImport,
  saveProgress,
  sizeOfPart,
} from './file-in-parts'
import { insertRawRows, type NewRawRow } from './raw-row-store'
import { insertDoubts, type RowDoubt, toDoubts, toRowProblem } from './row-doubts'

/** Bytes that tell how a file is to be read. */
const sniffedBytes = 256 * 1024
/** Doubts that the phase's result quotes; all of them stay with their rows. */
const quotedDoubts = 20

/** What was doubtful so far, in sentences. */
interface Doubts extends Record<string, unknown> {
  count: number
  first: string[]
}

/** Bytes that are read while the rows of those before them are written. */
const pieceBytes = 512 * 1024

/**
 * Reads parts of the file until the step's time is up, piece by piece. Between two steps the
 * decoder's whole state, with the unfinished record, lies in the import's row. A file that cannot be
 * read leaves no row behind.
 */
export const dataImportExecutor: PhaseExecutor = { phase: 'data_import', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const file = await findImport(tx, context)
  const begun = file.partsParsed > 0 ? (file.decoderState as DecoderState) : await begin(tx, file)
  if ('code' in begun) return refuse(tx, context, begun)
  const { partsParsed } = file
  const doubts = doubtsOf(context)
  const reading: Reading = { state: begun, doubts, partsParsed, fatal: [], failure: null }
  await inTwoStages(
    piecesOf(file, context.isTimeUp),
    (piece) => readPiece(tx, file, piece, reading),
    async ({ rows, doubts }) => {
      await insertRawRows(tx, context.scope, file.id, rows)
      await insertDoubts(tx, context.scope, file.id, doubts)
    },
  )
  const { state, partsParsed: done, failure } = reading
  if (failure !== null) return refuse(tx, context, failure)
  await saveProgress(tx, context, file, state, done)
  if (done === file.partCount) {
    return { status: 'completed', result: describeFile(state, reading.doubts) }
  }
  const progress = { done, total: file.partCount }
  return { status: 'continue', cursor: { doubts: reading.doubts }, progress }
}

interface Piece {
  part: number
  /** Of its first byte in the part. */
  offset: number
  endsPart: boolean
}

/** The pieces of whole parts: of one at least, and of more until the time is up. */
function* piecesOf(file: DataImport, isTimeUp: () => boolean): Generator<Piece> {
  for (let part = file.partsParsed; part < file.partCount; part += 1) {
    if (part > file.partsParsed && isTimeUp()) return
    const size = sizeOfPart(file, part)
    for (let offset = 0, endsPart = false; !endsPart; offset += pieceBytes) {
      endsPart = offset + pieceBytes >= size
      yield { part, offset, endsPart }
    }
  }
}

/** What is known after the pieces that were read so far. */
interface Reading {
  state: DecoderState
  doubts: Doubts
  partsParsed: number
  /** Problems that stop the import. A part is read to its end, so that all of its own are named. */
  fatal: DelimitedProblem[]
  /** Nothing is read after a failure. */
  failure: FlowFailure | null
}

/** Reads the next piece; gives its rows, none when the file cannot be read any further. */
async function readPiece(
  tx: Transaction,
  file: DataImport,
  { part, offset, endsPart }: Piece,
  reading: Reading,
): Promise<NumberedRows> {
  if (reading.failure !== null) return nothing
  const bytes = await findBytes(tx, file, part, offset, pieceBytes)
  if (bytes === null) {
    reading.failure = partMissing(file, part)
    return nothing
  }
  const before = reading.state.records
  if (endsPart) reading.partsParsed = part + 1
  const last = reading.partsParsed === file.partCount
  const decoded = decodePart(reading.state, bytes, { last })
  reading.state = decoded.state
  reading.doubts = addDoubts(reading.doubts, decoded)
  const { encoding } = decoded.state.dialect
  reading.fatal = reading.fatal.concat(decoded.problems.filter((one) => isFatal(one, encoding)))
  if (endsPart || reading.fatal.some(({ scope }) => scope === 'file')) {
    reading.failure = failureOf(reading, last)
  }
  return reading.fatal.length === 0 ? numberRows(before, decoded) : nothing
}

async function begin(tx: Transaction, file: DataImport): Promise<DecoderState | FlowFailure> {
  // A person's choice was checked when the import was announced.
  const chosen = (file.dialect ?? {}) as DialectOverrides
  const beginning = await findBeginning(tx, file, sniffedBytes)
  if (beginning.length === 0 && file.sizeBytes > 0) return partMissing(file, 0)
  const sniffed = sniff(beginning, chosen)
  if (!sniffed.ok) return fileFailure(sniffed.code, sniffed.message)
  return startDecoder(sniffed.dialect)
}

function partMissing({ partCount }: DataImport, number: number): FlowFailure {
  return {
    code: 'parts_missing',
    reason: `Part ${number + 1} of ${partCount} of the file is not there any more.`,
    remedy: 'Import the file again.',
  }
}

function failureOf({ state, fatal }: Reading, last: boolean): FlowFailure | null {
  const [first, ...others] = fatal
  if (first) return problemsFailure([first, ...others], state.columns ?? [])
  if (!last || state.records > 0) return null
  return fileFailure(state.columns === null ? 'empty_file' : 'header_only')
}

interface NumberedRows {
  rows: NewRawRow[]
  doubts: RowDoubt[]
}

const nothing: NumberedRows = { rows: [], doubts: [] }

/** Numbers the part's rows and gives each what was doubtful about it. */
function numberRows(before: number, part: DecodedPart): NumberedRows {
  const byLine = new Map<number, DelimitedProblem[]>()
  for (const problem of part.problems) {
    byLine.set(problem.line, [...(byLine.get(problem.line) ?? []), problem])
  }
  const doubts: RowDoubt[] = []
  const rows = part.records.map((record, index) => {
    const row: NewRawRow = { ...record, rowNumber: before + index + 1 }
    for (const problem of byLine.get(record.line) ?? []) {
      row.problems = [...(row.problems ?? []), toRowProblem(problem, part.state)]
      doubts.push(...toDoubts(problem, row, part.state))
    }
    return row
  })
  return { rows, doubts }
}

function doubtsOf({ cursor }: StepContext): Doubts {
  return (cursor?.doubts as Doubts | undefined) ?? { count: 0, first: [] }
}

function addDoubts(before: Doubts, part: DecodedPart): Doubts {
  const names = part.state.columns?.map((column) => column.name)
  const sentences = part.problems
    .slice(0, quotedDoubts - before.first.length)
    .map((problem) => describeProblem(problem, names))
  return {
    count: before.count + part.problems.length,
    first: [...before.first, ...sentences],
  }
}

function describeFile(state: DecoderState, doubts: Doubts) {
  const { dialect, columns, records } = state
  return {
    status: 'completed' as const,
    rows: records,
    columns: columns?.length ?? 0,
    dialect,
    doubts,
  }
}

async function refuse(
  tx: Transaction,
  context: StepContext,
  failure: FlowFailure,
): Promise<StepOutcome> {
  await discardFile(tx, context)
  return { status: 'failed', failure }
}
