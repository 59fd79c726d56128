import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { userDefaults, users } from '@/db/schema'
import { demoEstate, demoNewcomer, demoPassword, demoPeople } from '@/db/seed/demo'
import { seedAccounts } from '@/db/seed/seed-accounts'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { systemClock } from '@/lib/base/clock'
import { seedEstate } from '@/scripts/seed/seed-estate'
import { testCoherence } from '@/tests/support/coherence'
import { openDatabase } from './open-database'

const database = openDatabase()

async function seed(): Promise<void> {
  await database.owner.transaction(null, (tx) => seedAccounts(tx, hashPassword))
  const deps = { db: database.app, clock: systemClock, coherence: testCoherence() }
  await seedEstate(database.owner, deps)
}

/** How many rows each table has, and how often its rows were changed. */
async function fingerprint(): Promise<string[]> {
  const { rows } = await database.ownerClient.query<{ name: string; versioned: boolean }>(`
    select relname as name, exists (select from pg_attribute a
             where a.attrelid = c.oid and a.attname = 'version') as versioned
      from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  const counts = rows.map(
    ({ name, versioned }) =>
      `select '${name} ' || count(*) || ${versioned ? `' ' || coalesce(sum(version), 0)` : `''`} as line from ${name}`,
  )
  const { rows: lines } = await database.ownerClient.query<{ line: string }>(
    counts.join(' union all '),
  )
  return lines.map(({ line }) => line)
}

beforeAll(seed, 120_000)

test('a second run changes nothing', async () => {
  const before = await fingerprint()
  await seed()
  expect(await fingerprint()).toEqual(before)
}, 120_000)

describe('the people', () => {
  test('are there with their roles, and one more waits to be let in', async () => {
    const found = await database.owner.read(null, (q) => q.select().from(users))
    const status = Object.fromEntries(found.map(({ email, status }) => [email, status]))
    expect(status).toEqual({
      ...Object.fromEntries(demoPeople.map(({ email }) => [email, 'active'])),
      [demoNewcomer.email]: 'pending',
    })
    expect(found.filter(({ isAdmin }) => isAdmin).map(({ email }) => email)).toEqual([
      'admin@portolan.test',
    ])
  })

  test('keep what they have chosen since', async () => {
    await database.owner.transaction(null, (tx) => tx.update(userDefaults).set({ version: 7 }))
    await database.owner.transaction(null, (tx) => seedAccounts(tx, hashPassword))
    const defaults = await database.owner.read(null, (q) => q.select().from(userDefaults))
    expect(new Set(defaults.map(({ version }) => version))).toEqual(new Set([7]))
  })

  test('can sign in with the demo password', async () => {
    const found = await database.owner.read(null, (q) => q.select().from(users))
    const fits = found.map(({ passwordHash }) => verifyPassword(passwordHash, demoPassword))
    expect(await Promise.all(fits)).toEqual(found.map(() => true))
  })
})

describe('the estate', () => {
  const counted = (statement: ReturnType<typeof sql>) =>
    database.owner.transaction(null, async (tx) => (await tx.execute(statement)).rows)

  test('is in the inventory of its engagement, and no other has anything', async () => {
    const rows = await counted(sql`
      select c.slug || '/' || e.slug as address,
             count(*) filter (where asset_type = 'virtual_machine')::int as machines
        from engagements e join client_accounts c on c.id = e.client_account_id
        join assets a on a.engagement_id = e.id group by 1`)
    expect(rows).toEqual([{ address: demoEstate.address, machines: demoEstate.machines }])
  })

  test('went through whole flows, whose rows all ended somewhere', async () => {
    const rows = await counted(sql`
      select f.status, count(*)::int as flows, sum(i.row_count - i.created_count - i.merged_count
             - i.unchanged_count - i.rejected_count)::int as unaccounted
        from discovery_flows f join data_imports i on i.id = f.data_import_id
       group by 1 order by 1`)
    expect(rows).toEqual([
      { status: 'completed', flows: 5, unaccounted: 0 },
      { status: 'waiting_for_approval', flows: 1, unaccounted: 40 },
    ])
  })

  test('has doubtful values to look at', async () => {
    const [row] = await counted(sql`
      select count(distinct rule)::int as rules from asset_issues
       where state = 'open' and asset_id is not null`)
    expect(row?.rules).toBeGreaterThan(4)
  })
})
