import { Client, NeonDbError, neon, neonConfig, Pool } from '@neondatabase/serverless'
import { afterAll, beforeAll, expect, test } from 'vitest'
import ws from 'ws'
import { createTestDatabase, type TestDatabase } from '@/tests/support/test-database'

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  neonConfig.webSocketConstructor = ws
  neonConfig.useSecureWebSocket = false
  neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`
  neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`
  database = await createTestDatabase()
  pool = new Pool({ connectionString: database.ownerUrl, max: 4 })
  await pool.query('create table item (id int primary key, name text unique, taken boolean)')
  await pool.query("insert into item select n, 'item ' || n, false from generate_series(1, 20) n")
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

test('one statement over HTTP answers typed rows', async () => {
  const sql = neon(database.ownerUrl)
  const rows = await sql`select ${7}::int as number, ${'a'}::text as word, ${null}::text as nothing,
    true as truth, array[1, 2] as list, '{"a": 1}'::jsonb as document, 'ü€😀' as letters`
  expect(rows).toEqual([
    {
      number: 7,
      word: 'a',
      nothing: null,
      truth: true,
      list: [1, 2],
      document: { a: 1 },
      letters: 'ü€😀',
    },
  ])
})

test('full results carry the fields and the command', async () => {
  const sql = neon(database.ownerUrl, { fullResults: true })
  const result = await sql`select id, name from item where id <= 2 order by id`
  expect(result.command).toBe('SELECT')
  expect(result.rowCount).toBe(2)
  expect(result.fields.map(({ name, dataTypeID }) => [name, dataTypeID])).toEqual([
    ['id', 23],
    ['name', 25],
  ])
})

test('a batch over HTTP is one transaction', async () => {
  const sql = neon(database.ownerUrl)
  const [, seen] = await sql.transaction([
    sql`select set_config('app.tenant', 'one', true)`,
    sql`select current_setting('app.tenant') as tenant, pg_current_xact_id_if_assigned() as id`,
  ])
  expect(seen).toEqual([{ tenant: 'one', id: null }])
  const [after] = await sql`select nullif(current_setting('app.tenant', true), '') as tenant`
  expect(after).toEqual({ tenant: null })
})

test('a batch that fails leaves nothing behind', async () => {
  const sql = neon(database.ownerUrl)
  const batch = sql.transaction([
    sql`insert into item values (100, 'new', false)`,
    sql`insert into item values (1, 'same key', false)`,
  ])
  await expect(batch).rejects.toThrow(NeonDbError)
  expect(await sql`select 1 from item where id = 100`).toEqual([])
})

test('a batch obeys its isolation level and read-only mode', async () => {
  const sql = neon(database.ownerUrl)
  const [mode] = await sql.transaction(
    [
      sql`select current_setting('transaction_isolation') as isolation,
        current_setting('transaction_read_only') as read_only,
        current_setting('transaction_deferrable') as deferrable`,
    ],
    { isolationLevel: 'Serializable', readOnly: true, deferrable: true },
  )
  expect(mode).toEqual([{ isolation: 'serializable', read_only: 'on', deferrable: 'on' }])
})

test('an error carries its code and constraint, over HTTP and over a socket', async () => {
  const expected = { code: '23505', constraint: 'item_name_key', table: 'item', severity: 'ERROR' }
  const sql = neon(database.ownerUrl)
  await expect(sql`insert into item values (101, 'item 1', false)`).rejects.toMatchObject(expected)
  await expect(pool.query("insert into item values (101, 'item 1', false)")).rejects.toMatchObject(
    expected,
  )
})

test('several statements in one HTTP query are refused, as by Neon', async () => {
  const sql = neon(database.ownerUrl)
  await expect(sql.query('select 1; select 2')).rejects.toMatchObject({ code: '42601' })
})

test('settings of one HTTP query do not reach the next', async () => {
  const sql = neon(database.ownerUrl)
  await sql`select set_config('app.tenant', 'left behind', false)`
  const [row] = await sql`select coalesce(current_setting('app.tenant', true), '') as tenant`
  expect(row).toEqual({ tenant: '' })
})

test('a wrong password is refused over HTTP and over a socket', async () => {
  const url = new URL(database.ownerUrl)
  url.password = 'wrong'
  await expect(neon(url.href)`select 1`).rejects.toMatchObject({ code: '28P01' })
  const client = new Client({ connectionString: url.href })
  client.on('error', () => undefined)
  // The driver answers `connect` before the server does; the first query hears the refusal.
  const attempt = client.connect().then(() => client.query('select 1'))
  await expect(attempt).rejects.toMatchObject({ code: '28P01' })
})

test('a socket runs an interactive transaction with a savepoint', async () => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("insert into item values (200, 'kept', false)")
    await client.query('savepoint before')
    await expect(client.query('insert into item values (200, null, false)')).rejects.toThrow()
    await client.query('rollback to savepoint before')
    await client.query('commit')
  } finally {
    client.release()
  }
  const { rows } = await pool.query('delete from item where id = 200 returning name')
  expect(rows).toEqual([{ name: 'kept' }])
})

test('sessions are real: SKIP LOCKED gives each worker its own row', async () => {
  const workers = await Promise.all([1, 2, 3, 4].map(() => pool.connect()))
  const claim = 'select id from item where not taken order by id limit 1 for update skip locked'
  try {
    await Promise.all(workers.map((worker) => worker.query('begin')))
    const claims = await Promise.all(workers.map((worker) => worker.query(claim)))
    const ids = claims.map(({ rows }) => rows[0].id).sort()
    expect(ids).toEqual([1, 2, 3, 4])
  } finally {
    for (const worker of workers) {
      await worker.query('rollback')
      worker.release()
    }
  }
})

test('a large answer and a large parameter arrive whole', async () => {
  const { rows } = await pool.query('select repeat($1, 1000) as text', ['x'.repeat(10_000)])
  expect(rows[0].text).toHaveLength(10_000_000)
  const [row] = await neon(database.ownerUrl)`select length(${'y'.repeat(5_000_000)}) as length`
  expect(row).toEqual({ length: 5_000_000 })
})

test('notifications cross from one session to another', async () => {
  const listener = await pool.connect()
  try {
    const heard = new Promise((resolve) => listener.once('notification', resolve))
    await listener.query('listen changed')
    await pool.query("select pg_notify('changed', 'now')")
    expect(await heard).toMatchObject({ channel: 'changed', payload: 'now' })
  } finally {
    listener.release()
  }
})
