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
  findImport,
  findPart,
  saveProgress,
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

/** A step reads so many parts, or bytes of them, whatever comes first; one part at least. */
const partsPerStep = 4
const bytesPerStep = 4 * 1024 * 1024

/**
 * Reads some parts of the file per step, each while the rows of the one before are written. Between
 * two steps the decoder's whole state, with the unfinished record, lies in the import's row. A file
 * that cannot be read leaves no row behind.
 */
export const dataImportExecutor: PhaseExecutor = { phase: 'data_import', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const file = await findImport(tx, context)
  const begun = file.partsParsed > 0 ? (file.decoderState as DecoderState) : await begin(tx, file)
  if ('code' in begun) return refuse(tx, context, begun)
  const parts = partsOfStep(file)
  const reading: Reading = { state: begun, doubts: doubtsOf(context), failure: null }
  await inTwoStages(
    parts,
    (part) => readPart(tx, file, part, reading),
    async ({ rows, doubts }) => {
      await insertRawRows(tx, context.scope, file.id, rows)
      await insertDoubts(tx, context.scope, file.id, doubts)
    },
  )
  const { state, doubts, failure } = reading
  if (failure !== null) return refuse(tx, context, failure)
  const done = file.partsParsed + parts.length
  await saveProgress(tx, context, file, state, done)
  if (done === file.partCount) return { status: 'completed', result: describeFile(state, doubts) }
  return { status: 'continue', cursor: { doubts }, progress: { done, total: file.partCount } }
}

function partsOfStep({ partsParsed, partCount, partSize }: DataImport): number[] {
  const fitting = Math.max(1, Math.min(partsPerStep, Math.floor(bytesPerStep / partSize)))
  const end = Math.min(partCount, partsParsed + fitting)
  return Array.from({ length: end - partsParsed }, (_, index) => partsParsed + index)
}

/** What is known after the parts that were read so far. */
interface Reading {
  state: DecoderState
  doubts: Doubts
  /** Nothing is read after a failure. */
  failure: FlowFailure | null
}

/** Reads the next part; gives its rows, none when the file cannot be read any further. */
async function readPart(
  tx: Transaction,
  file: DataImport,
  number: number,
  reading: Reading,
): Promise<NumberedRows> {
  if (reading.failure !== null) return nothing
  const bytes = await findPart(tx, file, number)
  if (bytes === null) {
    reading.failure = partMissing(file, number)
    return nothing
  }
  const last = number + 1 === file.partCount
  const before = reading.state.records
  const part = decodePart(reading.state, bytes, { last })
  reading.state = part.state
  reading.doubts = addDoubts(reading.doubts, part)
  reading.failure = failureOf(part, last)
  return reading.failure === null ? numberRows(before, part) : nothing
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

function failureOf(part: DecodedPart, last: boolean): FlowFailure | null {
  const { dialect, columns, records } = part.state
  const [first, ...others] = part.problems.filter((problem) => isFatal(problem, dialect.encoding))
  if (first) return problemsFailure([first, ...others], columns ?? [])
  if (!last || records > 0) return null
  return fileFailure(columns === null ? 'empty_file' : 'header_only')
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
