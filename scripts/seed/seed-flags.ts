import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { clientAccounts } from '@/db/schema/tenancy'
import { demoClients } from '@/db/seed/demo'

interface FlagManagement {
  /** Of the Edge Config in its management interface. */
  url: string
  token: string
}

/**
 * Puts the flags into an Edge Config that has none: everything goes by the new path, but the second
 * demo client is left on the old one, so that both can be seen side by side.
 * @throws when the Edge Config refuses
 */
export async function seedFlags(owner: Database, { url, token }: FlagManagement): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const present = await fetch(`${url}/item/flags`, { headers })
  if (present.ok) return
  const [first, second] = await demoClientIds(owner)
  const flags = {
    'cache-enabled': true,
    'cache-path': {
      default: { path: 'redis' },
      clients: { [first]: { path: 'redis' }, [second]: { path: 'legacy' } },
    },
    'http-validators': { default: true, clients: { [first]: true, [second]: false } },
    'live-updates': { default: true, clients: { [first]: true, [second]: false } },
  }
  const items = [{ operation: 'create', key: 'flags', value: flags }]
  const body = JSON.stringify({ items })
  const written = await fetch(`${url}/items`, { method: 'PATCH', headers, body })
  if (!written.ok) throw new Error(`The Edge Config refused the flags: ${written.status}`)
}

async function demoClientIds(owner: Database): Promise<[string, string]> {
  const slugs = demoClients.map(({ slug }) => slug)
  const rows = await owner.read(null, (q) =>
    q
      .select({ id: clientAccounts.id, slug: clientAccounts.slug })
      .from(clientAccounts)
      .where(inArray(clientAccounts.slug, slugs)),
  )
  const [first, second] = slugs.map((slug) => rows.find((row) => row.slug === slug)?.id)
  if (!first || !second) throw new Error('The demo’s client accounts are not there')
  return [first, second]
}
