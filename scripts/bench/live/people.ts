import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import type { Database } from '@/db/client'

/** An engagement of the demo, with assets that can be changed. */
export interface BenchedPlace {
  /** As the path names it, with a slash before it. */
  path: string
  clientId: string
  engagementId: string
  assetIds: string[]
}

/** Somebody with a session. */
export interface BenchedPerson {
  userId: string
  cookie: string
}

const assetsPerPlace = 20

/** Makes people who belong to every engagement of the demo's first client, and signs them in. */
export async function makePeople(
  owner: Database,
  count: number,
  secret: string,
): Promise<BenchedPerson[]> {
  const { rows } = await owner.transaction(null, (tx) =>
    tx.execute<{ id: string }>(sql`
      with people as (
        insert into users (email, name, status)
        select 'listener-' || n || '@example.org', 'Listener ' || n, 'active'
          from generate_series(1, ${count}) n returning id),
      entered as (
        insert into memberships (client_account_id, engagement_id, user_id, role)
        select e.client_account_id, e.id, p.id, 'viewer' from people p, engagements e
          join client_accounts c on c.id = e.client_account_id where c.slug = 'acme')
      select id from people`),
  )
  return Promise.all(
    rows.map(async ({ id }) => {
      const token = { userId: id, sessionVersion: 1, sessionId: crypto.randomUUID() }
      return { userId: id, cookie: `next-auth.session-token=${await encode({ token, secret })}` }
    }),
  )
}

/** The engagements of the demo's first client, each with assets of its own for this bench. */
export async function makePlaces(owner: Database): Promise<BenchedPlace[]> {
  const { rows } = await owner.transaction(null, (tx) =>
    tx.execute<{ path: string; client: string; engagement: string; assets: string[] }>(sql`
      with places as (
        select e.id, e.client_account_id, '/' || c.slug || '/' || e.slug as path
          from engagements e join client_accounts c on c.id = e.client_account_id
         where c.slug = 'acme'),
      made as (
        insert into assets (client_account_id, engagement_id, asset_type, name, name_key,
                            attributes, search_text)
        select client_account_id, places.id, 'server', 'live-' || n, 'live-' || n, '{}', ''
          from places, generate_series(1, ${assetsPerPlace}) n
        returning id, engagement_id)
      select path, client_account_id as client, places.id as engagement,
             array_agg(made.id::text) as assets
        from places join made on made.engagement_id = places.id
       group by path, client_account_id, places.id order by path`),
  )
  return rows.map(({ path, client, engagement, assets }) => ({
    path,
    clientId: client,
    engagementId: engagement,
    assetIds: assets,
  }))
}
