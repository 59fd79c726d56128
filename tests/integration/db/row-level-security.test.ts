import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import * as schema from '@/db/schema'
import { fillEveryTable, type TwoTenants } from './every-table'
import { openDatabase } from './open-database'

const database = openDatabase()
let tenants: TwoTenants
let tenantTables: string[]

/** The tables that may have no row level security, and why. */
const exceptions = new Map([['jobs', 'holds ids only and is claimed across client accounts']])

beforeAll(async () => {
  tenants = await database.owner.transaction(null, fillEveryTable)
  tenantTables = await column(
    database.owner,
    sql`select c.relname as value from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
           and a.attname = 'client_account_id' order by 1`,
  )
})

/** The column `value` of what a statement gives. */
async function column(
  on: Database,
  statement: ReturnType<typeof sql>,
  tenantId: string | null = null,
): Promise<string[]> {
  const result = await on.transaction(tenantId, (tx) => tx.execute(statement))
  return result.rows.map((row) => String(row.value))
}

const ofClient = (table: string, clientId: string) =>
  sql`${sql.identifier(table)} where client_account_id = ${clientId}`

/** The tables on which a login has a right, of those that carry a client account. */
function tablesWith(on: Database, right: string): Promise<string[]> {
  const candidates = sql.join(
    tenantTables.filter((table) => !exceptions.has(table)).map((table) => sql`${table}`),
    sql`, `,
  )
  return column(
    on,
    sql`select name as value from unnest(array[${candidates}]) name
         where has_table_privilege(name, ${right}) order by 1`,
  )
}

/** What PostgreSQL answers to a statement: its code, or how many rows it changed. */
async function attempt(
  tenantId: string | null,
  statement: ReturnType<typeof sql>,
): Promise<string | number> {
  try {
    const result = await database.app.transaction(tenantId, (tx) => tx.execute(statement))
    return result.rowCount ?? 0
  } catch (error) {
    return String((error as { cause?: { code?: string } }).cause?.code)
  }
}

const refused = '42501'

describe('the catalogue', () => {
  test('every table of a client account is under row level security that nobody escapes', async () => {
    const under = await column(
      database.owner,
      sql`select relname as value from pg_class where relrowsecurity and relforcerowsecurity
           and relnamespace = 'public'::regnamespace`,
    )
    expect(tenantTables.length).toBeGreaterThan(15)
    expect(tenantTables.filter((table) => !under.includes(table))).toEqual([...exceptions.keys()])
    expect(under).toContain('client_accounts')
  })

  test.each(['app', 'platform'] as const)(
    'the login %s owns nothing, bypasses nothing, truncates nothing',
    async (name) => {
      const roles = await column(
        database[name],
        sql`select rolname as value from pg_roles where pg_has_role(current_user, oid, 'MEMBER')
             order by 1`,
      )
      expect(roles).toEqual([name, `portolan_${name}`])
      const powers = await column(
        database[name],
        sql`select rolname as value from pg_roles
             where rolname in (${name}, ${`portolan_${name}`})
               and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
      )
      expect(powers).toEqual([])
      const mayTruncate = await column(
        database[name],
        sql`select relname as value from pg_class where relkind = 'r'
             and relnamespace = 'public'::regnamespace
             and has_table_privilege(oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
      )
      expect(mayTruncate).toEqual([])
      const mayCreate = await column(
        database[name],
        sql`select has_schema_privilege('public', 'CREATE')::text as value`,
      )
      expect(mayCreate).toEqual(['false'])
    },
  )

  test('the platform login has no way to the estate', async () => {
    expect(await tablesWith(database.platform, 'SELECT, INSERT, UPDATE, DELETE')).toEqual([
      'audit_log',
      'engagements',
      // Only to remove what is spent; see below.
      'idempotency_keys',
      'memberships',
      'patterns',
      'user_defaults',
    ])
  })

  test('the platform login learns nothing of named writes', async () => {
    const columns = await column(
      database.platform,
      sql`select attname as value from pg_attribute where attrelid = 'idempotency_keys'::regclass
           and attnum > 0 and has_column_privilege('idempotency_keys', attname, 'SELECT')`,
    )
    expect(columns).toEqual(['expires_at'])
    const kept = sql`select count(*)::text as value from idempotency_keys where expires_at is not null`
    expect(await column(database.platform, kept)).toEqual(['0'])
  })

  test('the app login reads of people what names them, and no password', async () => {
    const columns = await column(
      database.app,
      sql`select attname as value from pg_attribute where attrelid = 'users'::regclass
           and attnum > 0 and has_column_privilege('users', attname, 'SELECT') order by 1`,
    )
    expect(columns).toEqual(['id', 'is_admin', 'name', 'status'])
    expect(await attempt(null, sql`select password_hash from users`)).toBe(refused)
    expect(await attempt(null, sql`select 1 from password_resets`)).toBe(refused)
  })
})

describe('a tenant', () => {
  test('sees its own rows in every table and no others', async () => {
    const { acme, globex } = tenants
    const readable = await tablesWith(database.app, 'SELECT')
    expect(readable.length).toBeGreaterThan(15)
    for (const table of readable) {
      const own = ofClient(table, acme.clientAccountId)
      expect(await attempt(acme.clientAccountId, sql`select 1 from ${own}`), table).toBe(1)
      const foreign = ofClient(table, globex.clientAccountId)
      expect(await attempt(acme.clientAccountId, sql`select 1 from ${foreign}`), table).toBe(0)
    }
  })

  test('sees its own client account and no others', async () => {
    const slugs = sql`select slug as value from client_accounts`
    expect(await column(database.app, slugs, tenants.acme.clientAccountId)).toEqual(['acme'])
  })

  test('changes and deletes nothing of another', async () => {
    const { acme, globex } = tenants
    for (const table of await tablesWith(database.app, 'UPDATE')) {
      const change = sql`update ${sql.identifier(table)} set client_account_id = client_account_id
        where client_account_id = ${globex.clientAccountId}`
      expect(await attempt(acme.clientAccountId, change), table).toBe(0)
    }
    for (const table of await tablesWith(database.app, 'DELETE')) {
      const removal = sql`delete from ${ofClient(table, globex.clientAccountId)}`
      expect(await attempt(acme.clientAccountId, removal), table).toBe(0)
    }
  })

  test('adds nothing to another and gives nothing of its own away', async () => {
    const { acme, globex } = tenants
    const asGlobex = { client_account_id: globex.clientAccountId }
    for (const table of await tablesWith(database.app, 'INSERT')) {
      const name = sql.identifier(table)
      const copy = sql`insert into ${name}
        select (jsonb_populate_record(null::${name}, to_jsonb(own) || ${JSON.stringify(asGlobex)}::jsonb)).*
          from ${name} own limit 1`
      expect(await attempt(acme.clientAccountId, copy), table).toBe(refused)
    }
    for (const table of await tablesWith(database.app, 'UPDATE')) {
      const gift = sql`update ${sql.identifier(table)} set client_account_id = ${globex.clientAccountId}
        where client_account_id = ${acme.clientAccountId}`
      expect(await attempt(acme.clientAccountId, gift), table).toBe(refused)
    }
  })

  test('reads the lessons for everybody but does not write them', async () => {
    const { clientAccountId } = tenants.acme
    const everybodys = sql`patterns where client_account_id is null`
    expect(await attempt(clientAccountId, sql`select 1 from ${everybodys}`)).toBe(1)
    expect(await attempt(clientAccountId, sql`delete from ${everybodys}`)).toBe(0)
    const promotion = sql`update patterns set client_account_id = null, engagement_id = null`
    expect(await attempt(clientAccountId, promotion)).toBe(refused)
  })

  test('cannot put a row under an engagement of another', async () => {
    const theft = sql`update assets set engagement_id = ${tenants.globex.engagementId}`
    expect(await attempt(tenants.acme.clientAccountId, theft)).toBe('23503')
  })
})

describe('no tenant', () => {
  test('sees nothing of any, over either way to the database', async () => {
    for (const table of await tablesWith(database.app, 'SELECT')) {
      const anybodys = sql`select 1 from ${sql.identifier(table)} where client_account_id is not null`
      expect(await attempt(null, anybodys), table).toBe(0)
    }
    const read = await database.app.read(null, (q) => q.select().from(schema.assets))
    expect(read).toEqual([])
  })

  test('is what is left when a transaction has ended', async () => {
    const { clientAccountId } = tenants.acme
    expect(await attempt(clientAccountId, sql`select 1 from assets`)).toBe(1)
    expect(await attempt(null, sql`select 1 from assets`)).toBe(0)
  })
})

test('the platform sees every account, engagement and membership', async () => {
  const found = await database.platform.readAll(null, (q) => [
    q.select().from(schema.clientAccounts),
    q.select().from(schema.engagements),
    q.select().from(schema.memberships),
    q.select().from(schema.auditLog),
  ])
  expect(found.map((rows) => rows.length)).toEqual([2, 2, 2, 2])
})
