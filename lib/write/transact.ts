import type { Database, Transaction } from '@/db/client'
import type { Clock } from '@/lib/base/clock'
import type { Failure, Result } from '@/lib/base/result'
import type { EngagementKey } from '@/lib/base/scope'

/** What commands and job steps are given besides the scope. */
export interface CommandDeps {
  db: Database
  clock: Clock
}

/** Carries an expected failure out of the driver's transaction, which only knows throwing. */
class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

/**
 * The one write path: runs `work` in one transaction as the scope's client account.
 * A failed Result rolls everything back and is handed on; what `work` throws does the same and is
 * thrown.
 */
export function transact<T>(
  scope: Pick<EngagementKey, 'clientId'>,
  deps: CommandDeps,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  return transactAs(scope.clientId, deps, work)
}

/** The same for what belongs to no client account: users, requests, accounts. */
export function transactPlatform<T>(
  deps: CommandDeps,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  return transactAs(null, deps, work)
}

async function transactAs<T>(
  tenantId: string | null,
  deps: CommandDeps,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await deps.db.transaction(tenantId, async (tx) => {
      const result = await work(tx)
      if (!result.ok) throw new RolledBack(result)
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.failure
    throw error
  }
}
