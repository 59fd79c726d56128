import { eq, sql } from 'drizzle-orm'
import { createDatabase } from '@/db/client'
import { clientAccounts, users } from '@/db/schema'
import { systemClock } from '@/lib/base/clock'
import { createFlagManagement } from '@/lib/flags/management'
import { seedCoherence } from '../seed/coherence'
import type { FlagSite } from './find-site'

/** What the commands about flags are given, from outside of the site's own processes. */
export function openSite(site: FlagSite) {
  const db = createDatabase({
    url: site.PLATFORM_DATABASE_URL,
    tls: site.DATABASE_TLS !== 'off',
    maxConnections: 1,
  })
  const values: Record<string, string | undefined> = site
  const { coherence, settled } = seedCoherence((name) => values[name] ?? '')
  const { FLAGS_MANAGEMENT_URL: url, FLAGS_MANAGEMENT_TOKEN: token } = site
  return {
    deps: { db, clock: systemClock, coherence, flags: createFlagManagement({ url, token }) },
    /** The person of an address; null when there is none. */
    async personOf(email: string): Promise<{ userId: string } | null> {
      const isTheirs = eq(sql`lower(${users.email})`, email.toLowerCase())
      const [person] = await db.read(null, (q) =>
        q.select({ userId: users.id }).from(users).where(isTheirs),
      )
      return person ?? null
    },
    /** Names of client accounts by their ids. */
    async clientNames(): Promise<Map<string, string>> {
      const { id, name } = clientAccounts
      const rows = await db.read(null, (q) => q.select({ id, name }).from(clientAccounts))
      return new Map(rows.map((row) => [row.id, row.name]))
    },
    async close() {
      await settled()
      await db.close()
    },
  }
}

export type OpenSite = ReturnType<typeof openSite>
