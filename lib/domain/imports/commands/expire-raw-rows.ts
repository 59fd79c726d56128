import { and, asc, eq, exists, lt, or } from 'drizzle-orm'
import type { Database, Transaction } from '@/db/client'
import { clientAccounts, dataImports, rawRows, uploadParts } from '@/db/schema'
import { success } from '@/lib/base/result'
import type { EngagementKey } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { lockFlowOf } from '../flow-of-import'
import { removeRows } from '../remove-rows'

/** Client accounts are found with the platform's login, their rows removed with the tenants'. */
export interface ExpiryDeps extends CommandDeps {
  platform: Database
}

/**
 * Removes the raw rows, and the parts never read, whose retention has ended: of all client accounts,
 * import by import.
 * @returns the number of imports whose rows were removed
 */
export async function expireRawRows(deps: ExpiryDeps): Promise<number> {
  const accounts = await deps.platform.read(null, (q) =>
    q.select({ clientId: clientAccounts.id }).from(clientAccounts),
  )
  let expired = 0
  for (const account of accounts) {
    while (await expireOldest(deps, account)) expired += 1
  }
  return expired
}

/** @returns whether there was one */
async function expireOldest(
  deps: CommandDeps,
  account: Pick<EngagementKey, 'clientId'>,
): Promise<boolean> {
  const result = await transact(account, deps, async (tx) => {
    const now = deps.clock.now()
    const oldest = await findOldest(tx, now)
    if (oldest === undefined) return success(false)
    const key = { ...account, engagementId: oldest.engagementId }
    const flow = await lockFlowOf(tx, key, oldest.id)
    if (flow === null) throw new Error('An import has no flow.')
    await removeRows(tx, key, flow, { actorId: null, now })
    await recordAudit(
      tx,
      { userId: null, ...key },
      {
        action: 'import.rows_expired',
        subjectType: 'data_import',
        subjectId: oldest.id,
      },
    )
    return success(true)
  })
  return result.ok && result.data
}

async function findOldest(
  tx: Transaction,
  now: Date,
): Promise<{ id: string; engagementId: string } | undefined> {
  const anyRow = tx
    .select({ row: rawRows.rowNumber })
    .from(rawRows)
    .where(eq(rawRows.dataImportId, dataImports.id))
  // Of an upload that nobody finished there are parts only.
  const anyPart = tx
    .select({ part: uploadParts.partNumber })
    .from(uploadParts)
    .where(eq(uploadParts.dataImportId, dataImports.id))
  const [oldest] = await tx
    .select({ id: dataImports.id, engagementId: dataImports.engagementId })
    .from(dataImports)
    .where(and(lt(dataImports.rawRowsKeptUntil, now), or(exists(anyRow), exists(anyPart))))
    .orderBy(asc(dataImports.rawRowsKeptUntil))
    .limit(1)
  return oldest
}
