import { and, eq, ne } from 'drizzle-orm'
import { dataImports } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { lockFlowOf } from '../flow-of-import'
import { removeRows } from '../remove-rows'
import type { ImportId } from '../schema'

/**
 * Removes the rows of an import as they came and ends its flow. The assets that came from it stay.
 * Fails with `not_found`.
 */
export function deleteImport(
  scope: Scope,
  deps: CommandDeps,
  { importId }: ImportId,
): Promise<Result<{ importId: string }>> {
  return transact(scope, deps, async (tx) => {
    const flow = await lockFlowOf(tx, scope, importId)
    if (flow === null) return failure('not_found')
    const deleted = await tx
      .update(dataImports)
      .set({ status: 'deleted' })
      .where(and(eq(dataImports.id, importId), ne(dataImports.status, 'deleted')))
      .returning({ fileName: dataImports.fileName })
    if (deleted[0] === undefined) return failure('not_found')
    await removeRows(tx, scope, flow, { actorId: scope.userId, now: deps.clock.now() })
    await recordAudit(tx, scope, {
      action: 'import.deleted',
      subjectType: 'data_import',
      subjectId: importId,
      detail: { fileName: deleted[0].fileName },
    })
    return success({ importId })
  })
}
