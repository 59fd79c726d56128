import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { clientNamespace, globalNamespace } from '@/lib/base/tag'
import type { Store } from '@/lib/cache/store'

/**
 * Marks every namespace of a database in a Redis that has just begun, so that nobody waits until
 * what could be in flight has ended. Right only while no site writes.
 * @param owner sees every client account
 */
export async function openNamespaces(owner: Database, store: Store): Promise<void> {
  const clients = await owner.read(null, (q) =>
    q.execute<{ id: string }>(sql`select id from client_accounts`),
  )
  const namespaces = clients.rows.map(({ id }) => clientNamespace(id))
  await Promise.all([globalNamespace, ...namespaces].map((name) => store.open(name)))
}
