import type { BegunTransaction, Database, Transaction } from '@/db/client'
import type { Clock } from '@/lib/base/clock'
import { failure, type Result } from '@/lib/base/result'
import type { EngagementKey } from '@/lib/base/scope'
import { type Coherence, telling } from './coherence'
import {
  type CommitOutcome,
  type Consistency,
  commitAndInvalidate,
  type OpenTransaction,
} from './commit-protocol'
import { doOnce, type OneWrite } from './once'
import { createPostgresOutbox } from './postgres-outbox'
import { relay } from './relay'

export type { Coherence }

/** What commands and job steps are given besides the scope. */
export interface CommandDeps {
  db: Database
  clock: Clock
  coherence: Coherence
  /** Set when the sender named the request's write: then it is done once, however often it is sent. */
  once?: OneWrite
}

type Work<T> = (tx: Transaction) => Promise<Result<T>>

/**
 * The one write path: runs `work` in one transaction as the scope's client account, and lets no
 * cached read keep what it replaced. A failed Result rolls everything back and is handed on; what
 * `work` throws does the same and is thrown.
 * @param consistency `strict` refuses with `cache_unreachable` when the cache cannot be reached;
 * `available` writes all the same and says `invalidation: 'pending'`
 * @throws CommitUnknown when the database did not say whether it committed
 */
export function transact<T>(
  scope: Pick<EngagementKey, 'clientId'>,
  deps: CommandDeps,
  work: Work<T>,
  consistency: Consistency = 'available',
): Promise<Result<T>> {
  const { clientId } = scope
  const named = deps.once ? doOnce(clientId, deps.once(), deps.clock.now(), work) : work
  return transactAs(clientId, deps, named, consistency)
}

/** The same for what belongs to no client account: users, requests, accounts. */
export function transactPlatform<T>(
  deps: CommandDeps,
  work: Work<T>,
  consistency: Consistency = 'available',
): Promise<Result<T>> {
  return transactAs(null, deps, work, consistency)
}

async function transactAs<T>(
  tenantId: string | null,
  deps: CommandDeps,
  work: Work<T>,
  consistency: Consistency,
): Promise<Result<T>> {
  const begun = await deps.db.begin(tenantId)
  const result = await attempt(begun, work)
  if (!result.ok) return result
  const { invalidation } = deps.coherence
  const outcome = await commitAndInvalidate(openOf(begun), invalidation, consistency)
  if (outcome.kind === 'refused') return failure('cache_unreachable')
  if (outcome.tags.length > 0) follow(deps, outcome)
  return outcome.kind === 'pending' ? { ...result, invalidation: 'pending' } : result
}

function openOf(begun: BegunTransaction): OpenTransaction {
  return { announcedFacts: begun.announced, commit: begun.commit, rollback: begun.rollback }
}

/** Runs the work; a refusal or a throw ends the transaction. */
async function attempt<T>(begun: BegunTransaction, work: Work<T>): Promise<Result<T>> {
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

/** Seconds for which a writer's turn of the relay leaves facts to those who are writing them. */
const leaveToWriters = 10

/** What remains to be done once the change is committed: every writer relays a little, too. */
function follow({ db, coherence }: CommandDeps, outcome: Exclude<CommitOutcome, Refused>): void {
  coherence.announce(outcome.tags)
  coherence.afterwards(async () => {
    const pending = outcome.kind === 'pending'
    const outbox = createPostgresOutbox({ db, leave: pending ? 0 : leaveToWriters })
    if (!pending) await outbox.mark(outcome.applied)
    await relay(outbox, telling(coherence))
  })
}

type Refused = { kind: 'refused' }
