import { type ErrorCode, errorMessage } from '@/lib/base/errors'
import type { Column } from '@/lib/delimited/header'
import { type DelimitedProblem, describeProblem, type ProblemCode } from '@/lib/delimited/problem'
import type { FlowFailure } from '@/lib/domain/flows/schema'

/** Problems that a failure names at most; the file is corrected in one go. */
const namedProblems = 10

const remedies: Partial<Record<ErrorCode, string>> = {
  empty_file: 'Export the list again and import a file that has rows.',
  header_only: 'Export the list again and import a file that has rows.',
  is_image: 'Export the table as CSV and import that.',
  is_archive: 'Unpack the archive, or save the sheet as CSV, and import that.',
  not_text: 'Export the table as CSV and import that.',
  invalid_encoding: 'Import the file again and choose its encoding.',
  unclosed_quote: 'Close the quote, or choose another quote character, and import the file again.',
  too_many_columns: 'Leave out columns that nobody needs, and import the file again.',
  cell_too_large: 'Shorten the value, or leave its column out, and import the file again.',
}

/** Why a file cannot be read, with the table's words unless better ones are given. */
export function fileFailure(code: ErrorCode, reason: string = errorMessage(code)): FlowFailure {
  return { code, reason, remedy: remedies[code] ?? 'Correct the file and import it again.' }
}

const codes: Record<ProblemCode, ErrorCode> = {
  invalid_bytes: 'invalid_encoding',
  nul_character: 'not_text',
  stray_quote: 'unclosed_quote',
  unclosed_quote: 'unclosed_quote',
  extra_cells: 'invalid_input',
  too_many_columns: 'too_many_columns',
  cell_too_large: 'cell_too_large',
  record_too_large: 'cell_too_large',
}

/**
 * Whether a problem stops the import: something of the file would be lost. What is only doubtful
 * stays with its row.
 */
export function isFatal(problem: DelimitedProblem, encoding: string): boolean {
  if (problem.scope !== 'cell') return true
  // Bytes that are no UTF-8 are kept as Windows-1252, half a UTF-16 pair cannot be.
  return problem.code === 'invalid_bytes' && encoding.startsWith('utf-16')
}

/** All that stops an import, as one failure. */
export function problemsFailure(
  problems: readonly [DelimitedProblem, ...DelimitedProblem[]],
  columns: readonly Column[],
): FlowFailure {
  const names = columns.map((column) => column.name)
  const sentences = problems
    .slice(0, namedProblems)
    .map((problem) => describeProblem(problem, names))
  const more = problems.length - sentences.length
  if (more > 0) sentences.push(`${more} more like these.`)
  return fileFailure(codes[problems[0].code], sentences.join(' '))
}
