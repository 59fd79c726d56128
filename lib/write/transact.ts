import type { BegunTransaction, Database, Transaction } from '@/db/client'
import type { Clock } from '@/lib/base/clock'
import type { Result } from '@/lib/base/result'
import type { EngagementKey } from '@/lib/base/scope'
import type { Tag } from '@/lib/base/tag'
import type { Invalidation } from '@/lib/cache/invalidation'

/** How what a command changed becomes known to every cache. */
export interface Coherence {
  /** The cache that all instances share. */
  invalidation: Invalidation
  /** Tells the caches of this process and the framework's; called before the answer. */
  announce(tags: readonly Tag[]): void
  /** Takes work that is for after the answer; nobody waits for it. */
  afterwards(work: () => Promise<void>): void
}

/** What commands and job steps are given besides the scope. */
export interface CommandDeps {
  db: Database
  clock: Clock
  coherence: Coherence
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
  const begun = await deps.db.begin(tenantId)
  const result = await attempt(begun, work)
  if (result.ok) await begun.commit()
  return result
}

/** Runs the work; a refusal or a throw ends the transaction. */
async function attempt<T>(
  begun: BegunTransaction,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  let result: Result<T>
  try {
    result = await work(begun.tx)
  } catch (error) {
    // The connection is gone then, and the transaction with it: what went wrong first counts.
    await begun.rollback().catch(() => undefined)
    throw error
  }
  if (!result.ok) await begun.rollback()
  return result
}
