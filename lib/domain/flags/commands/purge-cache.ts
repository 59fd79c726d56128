import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { clientAccounts } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import { clientNamespace, globalNamespace, type Namespace, namespaceTag } from '@/lib/base/tag'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { telling } from '@/lib/write/coherence'
import type { CommandDeps } from '@/lib/write/transact'
import type { PurgedCache, PurgeInput } from '../schema'

/** Namespaces that are told in one call. */
const together = 256

/**
 * Makes every cached value of a client account, of the platform, or of all invalid. Whoever reads
 * next loads anew; nothing is lost but time.
 * @returns `not_found` for no such client account, `cache_unreachable` when Redis does not answer
 */
export function purgeCache(
  admin: Administrator,
  deps: CommandDeps,
  { what, reason }: PurgeInput,
): Promise<Result<PurgedCache>> {
  return transactAsAdministrator(admin, deps, async (tx) => {
    const namespaces = await namespacesOf(tx, what)
    if (namespaces.length === 0) return failure('not_found')
    const clientId = what === 'everything' || what === 'platform' ? undefined : what
    await recordAudit(
      tx,
      { userId: admin.userId, clientId },
      {
        action: 'cache.purged',
        subjectType: 'cache_namespace',
        subjectId: what,
        detail: { reason, namespaces: namespaces.length },
      },
    )
    const { bump } = telling(deps.coherence)
    try {
      for (let from = 0; from < namespaces.length; from += together) {
        await bump(namespaces.slice(from, from + together).map(namespaceTag))
      }
    } catch {
      // What kept Redis from answering is told by the cache's own events.
      return failure('cache_unreachable')
    }
    return success({ namespaces: namespaces.length })
  })
}

async function namespacesOf(tx: Transaction, what: PurgeInput['what']): Promise<Namespace[]> {
  if (what === 'platform') return [globalNamespace]
  const accounts = tx.select({ id: clientAccounts.id }).from(clientAccounts)
  const chosen = await (what === 'everything'
    ? accounts
    : accounts.where(eq(clientAccounts.id, what)))
  const clients = chosen.map(({ id }) => clientNamespace(id))
  return what === 'everything' ? [globalNamespace, ...clients] : clients
}
