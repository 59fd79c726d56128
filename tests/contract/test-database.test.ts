import { sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createDatabase } from '@/db/client'
import { farEnds } from '@/tests/support/far-ends'
import { createTestDatabase } from '@/tests/support/test-database'

/** A database's URL straight to the server, without the bridge between. */
function onServer(name: string): string {
  const url = new URL(farEnds().superuserUrl)
  url.pathname = `/${name}`
  return url.href
}

test('each test database is migrated, its own, and gone after drop', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const owner = createDatabase({ url: one.ownerUrl, tls: false })
  const other = createDatabase({ url: two.ownerUrl, tls: false })
  try {
    await owner.transaction(null, (tx) => tx.execute(sql`create table only_here (id int)`))
    const tables = (name: string) => sql`select to_regclass(${name}) is not null as found`
    const find = async (database: typeof owner, name: string) =>
      (await database.transaction(null, (tx) => tx.execute(tables(name)))).rows
    expect(await find(owner, 'client_accounts')).toEqual([{ found: true }])
    expect(await find(owner, 'only_here')).toEqual([{ found: true }])
    expect(await find(other, 'only_here')).toEqual([{ found: false }])
  } finally {
    await Promise.all([owner.close(), other.close()])
    await Promise.all([one.drop(), two.drop()])
  }
  const gone = new pg.Client({ connectionString: onServer(one.name) })
  await expect(gone.connect()).rejects.toThrow(/does not exist/)
})
