/**
 * Something in the file that a person should know. Nothing is repaired without one of these.
 * scope `cell`: the row is usable; `record`: the row is not what its author meant, reject it with
 * this reason; `file`: the file as a whole cannot be trusted, stop.
 */
export type ProblemScope = 'cell' | 'record' | 'file'

export type ProblemCode =
  | 'invalid_bytes'
  | 'nul_character'
  | 'stray_quote'
  | 'unclosed_quote'
  | 'extra_cells'
  | 'too_many_columns'
  | 'cell_too_large'
  | 'record_too_large'

/**
 * `line` is the physical line (from 1) on which the row begins, `column` the column's number
 * (from 1), `byteOffset` the first byte concerned (from 0) where bytes are the matter, `count` how
 * many bytes, characters, cells or swallowed lines, by code.
 */
export type DelimitedProblem = {
  code: ProblemCode
  scope: ProblemScope
  line: number
  column: number | null
  byteOffset?: number
  count?: number
}

/** Codes of the project's table of errors for a file that cannot be read to its end. */
export type FileFailureCode = 'unclosed_quote' | 'too_many_columns' | 'cell_too_large'

/** The first problem that makes the file as a whole unreadable, with its words; null for none. */
export function fileFailure(
  problems: readonly DelimitedProblem[],
  columnNames: readonly string[],
): { code: FileFailureCode; message: string } | null {
  const fatal = problems.find((problem) => problem.scope === 'file')
  if (fatal === undefined) return null
  return { code: fileCode(fatal.code), message: describeProblem(fatal, columnNames) }
}

function fileCode(code: ProblemCode): FileFailureCode {
  return code === 'unclosed_quote' || code === 'too_many_columns' ? code : 'cell_too_large'
}

const reasons: Record<ProblemCode, (problem: DelimitedProblem) => string> = {
  invalid_bytes: (p) =>
    `${counted(p.count, 'byte is', 'bytes are')} not valid in the file's encoding (first at byte ${p.byteOffset}). Read as Windows-1252; choose another encoding if the text looks wrong.`,
  nul_character: (p) =>
    `${counted(p.count, 'NUL character was', 'NUL characters were')} left out (first at byte ${p.byteOffset}).`,
  stray_quote: () => 'A quote inside a quoted value is not doubled; it was kept as text.',
  unclosed_quote: (p) =>
    p.scope === 'file'
      ? `A quote is opened and never closed, so the last ${p.count} lines ran into one value. Close the quote and import the file again.`
      : 'A quote is opened and never closed; the file may have been cut off here.',
  extra_cells: (p) =>
    `The row has ${counted(p.count, 'value', 'values')} more than there are columns.`,
  too_many_columns: (p) =>
    `There are ${p.count} columns; at most ${p.column === null ? 0 : p.column - 1} are read.`,
  cell_too_large: () => 'The value is larger than one million characters.',
  record_too_large: () => 'The row is larger than eight million characters.',
}

/** The problem's reason in words, without its place. */
export function reasonOf(problem: DelimitedProblem): string {
  return reasons[problem.code](problem)
}

/**
 * One sentence with its place: "Line 7, column Notes: …".
 * @param columnNames names of the columns in order, where they are known
 */
export function describeProblem(
  problem: DelimitedProblem,
  columnNames: readonly string[] = [],
): string {
  const name = problem.column === null ? undefined : columnNames[problem.column - 1]
  const column = problem.column === null ? '' : `, column ${name ?? problem.column}`
  return `Line ${problem.line}${column}: ${reasonOf(problem)}`
}

function counted(count: number | undefined, one: string, many: string): string {
  return `${count ?? 1} ${count === 1 || count === undefined ? one : many}`
}
