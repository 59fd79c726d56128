import { sql } from 'drizzle-orm'
import { createDatabase } from '@/db/client'
import { fixedClock } from '@/lib/base/clock'
import { findUserContext } from '@/lib/domain/users/queries'
import type { UserContext } from '@/lib/domain/users/schema'
import type { Letter, SiteDeps } from '@/lib/domain/users/site-deps'
import { testCoherence } from '../../support/coherence'
import { createTestDatabase } from '../../support/test-database'

/** A platform with one administrator and one engagement, and deps whose mail and time are ours. */
export async function createPlatform() {
  const database = await createTestDatabase()
  const owner = createDatabase({ url: database.ownerUrl, tls: false })
  const db = createDatabase({ url: database.platformUrl, tls: false })
  const clock = fixedClock(new Date())
  const letters: Letter[] = []
  const putOff: Promise<void>[] = []
  const deps: SiteDeps = {
    db,
    clock,
    coherence: testCoherence(),
    siteUrl: 'https://portolan.example',
    mailer: { send: async (letter) => void letters.push(letter) },
    later: (work) => void putOff.push(work()),
  }
  const ids = await owner.transaction(null, async (tx) => {
    const made = await tx.execute<{ admin: string; client: string; engagement: string }>(sql`
      with admin as (
        insert into users (email, name, is_admin, status)
        values ('admin@example.org', 'Ada', true, 'active') returning id
      ), client as (
        insert into client_accounts (slug, name) values ('acme', 'Acme') returning id
      ), engagement as (
        insert into engagements (client_account_id, slug, name)
        select id, 'erp', 'ERP' from client returning id
      )
      select admin.id as admin, client.id as client, engagement.id as engagement
        from admin, client, engagement`)
    const [row] = made.rows
    if (!row) throw new Error('The platform was not made')
    return row
  })
  return {
    deps,
    clock,
    letters,
    owner,
    ids,
    person: (userId: string) => contextOf(userId, deps),
    /** Waits for what the commands put off until after their answer. */
    settled: () => Promise.all(putOff.splice(0)),
    end: async () => {
      await Promise.all([owner.close(), db.close()])
      await database.drop()
    },
  }
}

export type Platform = Awaited<ReturnType<typeof createPlatform>>

async function contextOf(userId: string, deps: SiteDeps): Promise<UserContext> {
  const context = await findUserContext(userId, deps.db)
  if (!context) throw new Error('There is no such person')
  return context
}

/** The id of a person by address. */
export async function userIdOf({ owner }: Platform, email: string): Promise<string> {
  const found = await owner.transaction(null, (tx) =>
    tx.execute<{ id: string }>(sql`select id from users where email = ${email}`),
  )
  const [row] = found.rows
  if (!row) throw new Error('There is no such person')
  return row.id
}
