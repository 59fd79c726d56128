import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { users } from '@/db/schema'
import { failure, type Result } from '@/lib/base/result'
import type { Consistency } from '@/lib/write/commit-protocol'
import { type CommandDeps, transactPlatform } from '@/lib/write/transact'

/** Whoever administers the platform, by the door's word. */
export interface Administrator {
  readonly userId: string
}

interface Manner {
  consistency?: Consistency
  /** No other administrator acts meanwhile: for rules about all people, or about all names. */
  alone?: boolean
}

/**
 * Runs a command of an administrator, who must still be one when it begins to write. It waits for
 * whoever is taking the role away, so that nothing is done with a role that is already gone.
 * @returns `not_found`, as at the door, for somebody who is no administrator
 */
export function transactAsAdministrator<T>(
  admin: Administrator,
  deps: CommandDeps,
  work: (tx: Transaction) => Promise<Result<T>>,
  { consistency = 'available', alone = false }: Manner = {},
): Promise<Result<T>> {
  return transactPlatform(
    deps,
    async (tx) => {
      await takeTurn(tx, alone)
      // A statement of its own: it sees what was committed while the turn was waited for.
      const [acting] = await tx
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, admin.userId), ...administrates))
      return acting ? work(tx) : failure('not_found')
    },
    consistency,
  )
}

const administrates = [eq(users.isAdmin, true), eq(users.status, 'active')]

/** Whether anybody would be left to administer the platform; asked by who acts alone. */
export async function hasAdministrator(tx: Transaction): Promise<boolean> {
  const [one] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(...administrates))
    .limit(1)
  return one !== undefined
}

async function takeTurn(tx: Transaction, alone: boolean): Promise<void> {
  const lock = sql.raw(alone ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await tx.execute(sql`select ${lock}(hashtext('portolan.administration'))`)
}
