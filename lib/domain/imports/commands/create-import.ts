import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { clientAccounts, dataImports } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { startFlow } from '@/lib/domain/flows/start-flow'
import { type CommandDeps, transact } from '@/lib/write/transact'
import type { CreateImport } from '../schema'

export interface ImportCreated {
  importId: string
  flowId: string
  partSize: number
}

const dayMs = 86_400_000

/**
 * Announces a file. The import, its master flow, its discovery flow with all phases, and the job
 * are written in one transaction: there is never one without the others.
 * Fails with `empty_file`.
 */
export function createImport(
  scope: Scope,
  deps: CommandDeps,
  input: CreateImport,
): Promise<Result<ImportCreated>> {
  return transact(scope, deps, async (tx) => {
    if (input.sizeBytes === 0) return failure('empty_file')
    const now = deps.clock.now()
    const keptUntil = new Date(now.getTime() + (await retentionDays(tx, scope)) * dayMs)
    const [created] = await tx
      .insert(dataImports)
      .values({
        clientAccountId: scope.clientId,
        engagementId: scope.engagementId,
        fileName: input.name,
        sizeBytes: input.sizeBytes,
        partSize: input.partSize,
        partCount: input.partCount,
        dialect: input.dialect,
        assetType: input.assetType,
        rawRowsKeptUntil: keptUntil,
        createdBy: scope.userId,
        createdAt: now,
      })
      .returning({ id: dataImports.id })
    if (created === undefined) throw new Error('The import was not written.')
    const { partCount, partSize } = input
    const flowId = await startFlow(tx, scope, { dataImportId: created.id, partCount, now })
    await recordAudit(tx, scope, {
      action: 'import.created',
      subjectType: 'data_import',
      subjectId: created.id,
      detail: { fileName: input.name, sizeBytes: input.sizeBytes },
    })
    return success({ importId: created.id, flowId, partSize })
  })
}

async function retentionDays(tx: Transaction, scope: Scope): Promise<number> {
  const [account] = await tx
    .select({ days: clientAccounts.rawRowRetentionDays })
    .from(clientAccounts)
    .where(eq(clientAccounts.id, scope.clientId))
  if (account === undefined) throw new Error('The client account of the scope is not there.')
  return account.days
}
