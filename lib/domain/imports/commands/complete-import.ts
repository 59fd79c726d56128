import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { dataImports } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { beginFlow } from '@/lib/domain/flows/continue-flow'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { lockFlowOf } from '../flow-of-import'
import type { ImportId } from '../schema'

/**
 * Says that the file is whole: its flow may run. Saying it again gives the same answer.
 * Fails with `not_found`, `parts_missing` (details: `missing`, the parts' numbers) or
 * `wrong_state` (cancelled).
 */
export function completeImport(
  scope: Scope,
  deps: CommandDeps,
  { importId }: ImportId,
): Promise<Result<{ flowId: string }>> {
  return transact(scope, deps, async (tx) => {
    const flow = await lockFlowOf(tx, scope, importId)
    if (flow === null) return failure('not_found')
    const [upload] = await tx
      .select({ status: dataImports.status, partCount: dataImports.partCount })
      .from(dataImports)
      .where(eq(dataImports.id, importId))
      .for('update')
    if (upload === undefined || upload.status === 'deleted') return failure('not_found')
    if (flow.status === 'cancelled') return failure('wrong_state', { message: isCancelled })
    if (upload.status !== 'uploading') return success({ flowId: flow.id })
    const missing = await missingParts(tx, importId, upload.partCount)
    if (missing.length > 0) return failure('parts_missing', { details: { missing } })
    const now = deps.clock.now()
    await tx
      .update(dataImports)
      .set({ status: 'received', version: sql`${dataImports.version} + 1`, updatedAt: now })
      .where(eq(dataImports.id, importId))
    await beginFlow(tx, flow, now)
    await recordAudit(tx, scope, {
      action: 'import.received',
      subjectType: 'data_import',
      subjectId: importId,
      detail: { parts: upload.partCount },
    })
    return success({ flowId: flow.id })
  })
}

const isCancelled = 'This import was cancelled. Import the file again.'

async function missingParts(
  tx: Transaction,
  importId: string,
  partCount: number,
): Promise<number[]> {
  const found = await tx.execute<{ n: number }>(sql`
    select n from generate_series(0, ${partCount - 1}::int) as n
     where not exists (select from upload_parts p
                        where p.data_import_id = ${importId} and p.part_number = n)
     order by n`)
  return found.rows.map((row) => row.n)
}
