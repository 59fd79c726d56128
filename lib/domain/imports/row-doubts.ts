import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { RowProblem } from '@/db/schema/imports'
import type { EngagementKey } from '@/lib/base/scope'
import type { DecoderState, DelimitedRecord } from '@/lib/delimited/decoder'
import { type DelimitedProblem, type ProblemCode, reasonOf } from '@/lib/delimited/problem'

/** Characters of a doubtful cell that the issue quotes. */
const quotedCharacters = 200

/** Something doubtful in how a row was written; it becomes an issue of the row's asset. */
export interface RowDoubt {
  rowNumber: number
  rule: 'doubtful_text' | 'extra_cells'
  /** Tells doubts of one row and rule apart. */
  place: number
  value: string
  reason: string
}

const rules: Partial<Record<ProblemCode, RowDoubt['rule']>> = {
  invalid_bytes: 'doubtful_text',
  nul_character: 'doubtful_text',
  stray_quote: 'doubtful_text',
  extra_cells: 'extra_cells',
}

/** A decoder's problem as the row's own, with the column's name. */
export function toRowProblem(problem: DelimitedProblem, state: DecoderState): RowProblem {
  return { column: columnName(problem, state), code: problem.code, reason: reasonOf(problem) }
}

/** A decoder's problem as an issue, if it is one that the row survives. */
export function toDoubts(
  problem: DelimitedProblem,
  record: DelimitedRecord & { rowNumber: number },
  state: DecoderState,
): RowDoubt[] {
  const rule = rules[problem.code]
  if (rule === undefined) return []
  const name = columnName(problem, state)
  const reason = reasonOf(problem)
  return [
    {
      rowNumber: record.rowNumber,
      rule,
      place: problem.column ?? 0,
      value: doubtfulText(problem, record, rule),
      reason: name === null ? reason : `${name}: ${reason}`,
    },
  ]
}

/** Writes doubts as issues of their rows; the inventory gives them to the rows' assets. */
export async function insertDoubts(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
  doubts: readonly RowDoubt[],
): Promise<void> {
  if (doubts.length === 0) return
  await tx.execute(sql`
    insert into asset_issues (client_account_id, engagement_id, data_import_id, row_number, rule,
      value, fixable, reason, issue_key)
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, ${dataImportId}::uuid, d."rowNumber",
      d.rule, d.value, false, d.reason,
      concat_ws(':', 'row', ${dataImportId}::text, d."rowNumber", d.rule, d.place)
    from json_to_recordset(${JSON.stringify(doubts)}::json) as d
      ("rowNumber" int, rule text, place int, value text, reason text)
    on conflict (engagement_id, issue_key) do nothing`)
}

function columnName({ column }: DelimitedProblem, state: DecoderState): string | null {
  return column === null ? null : (state.columns?.[column - 1]?.name ?? null)
}

function doubtfulText(
  { column }: DelimitedProblem,
  { cells }: DelimitedRecord,
  rule: RowDoubt['rule'],
): string {
  const from = Math.max(0, (column ?? 1) - 1)
  const text = rule === 'extra_cells' ? cells.slice(from).join(' | ') : (cells[from] ?? '')
  // By characters, since half of one is no text that a database takes.
  return [...text.slice(0, quotedCharacters * 2)].slice(0, quotedCharacters).join('')
}
