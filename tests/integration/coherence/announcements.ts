import type { PoolClient } from '@neondatabase/serverless'
import type { Tag } from '@/lib/base/tag'

/**
 * What statements announce: the tags that the outbox has gained, sorted. Everything is undone.
 * @param statements run in order in one transaction of their own; only the last one is listened to
 */
export async function announcedBy(
  client: PoolClient,
  ...statements: string[]
): Promise<{ tags: Tag[]; perNamespace: number; rows: Record<string, string>[] }> {
  await client.query('begin')
  try {
    const last = statements.at(-1) ?? ''
    for (const statement of statements.slice(0, -1)) await client.query(statement)
    const { rows: before } = await client.query(
      'select coalesce(max(id), 0) as id from cache_outbox',
    )
    const { rows } = await client.query(last)
    const { rows: facts } = await client.query<{ namespace: string; tags: Tag[] }>(
      'select namespace, tags from cache_outbox where id > $1 and xid = pg_current_xact_id()',
      [before[0]?.id],
    )
    const tags = facts.flatMap((fact) => fact.tags).toSorted()
    return { tags, perNamespace: facts.length, rows }
  } finally {
    await client.query('rollback')
  }
}
