import type { Transaction } from '@/db/client'
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

/**
 * Reads one part of the file per step. Between two steps the decoder's whole state, with the
 * unfinished record, lies in the import's row. A file that cannot be read leaves no row behind.
 */
export const dataImportExecutor: PhaseExecutor = { phase: 'data_import', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const file = await findImport(tx, context)
  const bytes = await findPart(tx, file)
  if (bytes === null) {
    return refuse(tx, context, {
      code: 'parts_missing',
      reason: `Part ${file.partsParsed + 1} of ${file.partCount} of the file is not there any more.`,
      remedy: 'Import the file again.',
    })
  }
  const begun = file.partsParsed > 0 ? (file.decoderState as DecoderState) : await begin(tx, file)
  if ('code' in begun) return refuse(tx, context, begun)
  const last = file.partsParsed + 1 === file.partCount
  const part = decodePart(begun, bytes, { last })
  const failed = failureOf(part, last)
  if (failed !== null) return refuse(tx, context, failed)
  const numbered = numberRows(begun.records, part)
  await insertRawRows(tx, context.scope, file.id, numbered.rows)
  await insertDoubts(tx, context.scope, file.id, numbered.doubts)
  await saveProgress(tx, context, file, part.state, last)
  const doubts = addDoubts(context.cursor, part)
  if (last) return { status: 'completed', result: describeFile(part.state, doubts) }
  return {
    status: 'continue',
    cursor: { doubts },
    progress: { done: file.partsParsed + 1, total: file.partCount },
  }
}

async function begin(tx: Transaction, file: DataImport): Promise<DecoderState | FlowFailure> {
  // A person's choice was checked when the import was announced.
  const chosen = (file.dialect ?? {}) as DialectOverrides
  const sniffed = sniff(await findBeginning(tx, file, sniffedBytes), chosen)
  if (!sniffed.ok) return fileFailure(sniffed.code, sniffed.message)
  return startDecoder(sniffed.dialect)
}

function failureOf(part: DecodedPart, last: boolean): FlowFailure | null {
  const { dialect, columns, records } = part.state
  const [first, ...others] = part.problems.filter((problem) => isFatal(problem, dialect.encoding))
  if (first) return problemsFailure([first, ...others], columns ?? [])
  if (!last || records > 0) return null
  return fileFailure(columns === null ? 'empty_file' : 'header_only')
}

/** Numbers the part's rows and gives each what was doubtful about it. */
function numberRows(before: number, part: DecodedPart): { rows: NewRawRow[]; doubts: RowDoubt[] } {
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

function addDoubts(cursor: StepContext['cursor'], part: DecodedPart): Doubts {
  const before = (cursor?.doubts as Doubts | undefined) ?? { count: 0, first: [] }
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
