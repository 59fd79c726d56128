import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDatabase, transactionTimeout } from '@/db/client'
import { tagsOf } from '@/db/coherence/tags'
import { CommitUnknown } from '@/lib/base/commit-unknown'
import { areSettled } from '@/lib/cache/protocol'
import { openCuttingProxy } from '@/tests/support/cutting-proxy'
import { openDatabase } from '../db/open-database'
import { type Stage, setStage } from './stage'

const database = openDatabase()
let stage: Stage

beforeAll(async () => {
  stage = await setStage(database)
})

beforeEach(async () => {
  await stage.forgetFacts()
  for (const list of [stage.calls, stage.announced, stage.putOff]) list.length = 0
  stage.meanwhile.fence = undefined
  stage.meanwhile.bump = undefined
  stage.store.suffer(null)
})

const down = () => stage.store.suffer('lost')
/** What readers find under the asset's tag. */
const held = () => stage.store.tags.get(stage.assetTag) ?? null

test('readers are fenced while the old name stands, and let in once the new one does', async () => {
  const seen: unknown[] = []
  stage.meanwhile.fence = async () => void seen.push(await stage.nameNow())
  stage.meanwhile.bump = async () => void seen.push(await stage.nameNow(), areSettled([held()]))
  const before = await stage.nameNow()
  expect(await stage.rename('ordered')).toEqual({ ok: true, data: 'ordered' })
  expect(stage.calls).toEqual(['fence', 'bump'])
  expect(seen).toEqual([before, 'ordered', false])
  expect(areSettled([held()])).toBe(true)
  const { key, assetId } = stage
  const asset = tagsOf.asset(key)
  expect(new Set(stage.announced)).toEqual(new Set([asset.row(assetId)[0], ...asset.list()]))
})

test('facts are marked after the answer, by the event that told of them', async () => {
  await stage.rename('marked')
  expect(await stage.untold()).toHaveLength(1)
  await stage.settle()
  expect(await stage.untold()).toEqual([])
  const { rows } = await database.ownerClient.query('select event_id from cache_outbox')
  expect(rows.map(({ event_id }) => event_id)).toEqual([stage.store.events.at(-1)?.id])
  expect(stage.calls).toEqual(['fence', 'bump'])
})

test('a command that changes nothing that is cached asks Redis nothing', async () => {
  const heartbeat = sql`update discovery_flows set heartbeat_at = now()`
  const begun = await database.app.begin(stage.key.clientId)
  await begun.tx.execute(heartbeat)
  expect(await begun.announced()).toEqual([])
  await begun.commit()
  expect(stage.calls).toEqual([])
})

describe('Redis cannot be reached', () => {
  test('strict: nothing is written', async () => {
    const before = await stage.nameNow()
    down()
    const refused = await stage.rename('strict', { consistency: 'strict' })
    expect(refused).toMatchObject({ ok: false, code: 'cache_unreachable' })
    expect(await stage.nameNow()).toBe(before)
    expect(await stage.untold()).toEqual([])
    expect(stage.calls).toEqual(['fence'])
    expect(stage.announced).toEqual([])
    expect(await stage.rename('again', { consistency: 'strict' })).toMatchObject({ ok: false })
  })

  test('available: it is written, said to be pending, and told by the relay', async () => {
    down()
    const written = await stage.rename('available')
    expect(written).toEqual({ ok: true, data: 'available', invalidation: 'pending' })
    expect(await stage.nameNow()).toBe('available')
    expect(stage.announced).toContain(stage.assetTag)
    await expect(stage.settle()).rejects.toThrow('the request was lost')
    expect(await stage.untold()).toHaveLength(1)
    stage.store.suffer(null)
    expect(await stage.relay()).toMatchObject({ told: 1 })
    expect(await stage.untold()).toEqual([])
  })

  test('the writer itself tells as soon as Redis answers again', async () => {
    down()
    await stage.rename('soon')
    stage.store.suffer(null)
    await stage.settle()
    expect(await stage.untold()).toEqual([])
  })

  test.each(['strict', 'available'] as const)(
    '%s: a bump that is lost leaves readers fenced until the relay',
    async (consistency) => {
      stage.store.meet('bump', 'lost')
      const written = await stage.rename(`late ${consistency}`, { consistency })
      expect(written).toMatchObject({ ok: true, invalidation: 'pending' })
      expect(areSettled([held()])).toBe(false)
      const fenced = held()?.split('|')[0]
      await stage.settle()
      expect(await stage.untold()).toEqual([])
      expect(held()?.split('|')[0]).not.toBe(fenced)
    },
  )
})

test('what is put off until COMMIT is announced before it', async () => {
  await database.ownerClient.query(`
    create function rename_engagement() returns trigger language plpgsql security definer as $$
    begin update engagements set name = 'late'; return null; end $$;
    create constraint trigger late after update on assets deferrable initially deferred
      for each row execute function rename_engagement()`)
  try {
    await stage.rename('deferred')
    expect(stage.announced).toEqual(expect.arrayContaining([...tagsOf.engagement.list()]))
    expect(stage.announced).toContain(stage.assetTag)
    await stage.settle()
    expect(await stage.untold()).toEqual([])
  } finally {
    await database.ownerClient.query('drop function rename_engagement cascade')
  }
})

test('what is put off until COMMIT and fails is rolled back, unfenced', async () => {
  await database.ownerClient.query(`
    create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'refused at the end'; end $$;
    create constraint trigger late after update on assets deferrable initially deferred
      for each row execute function refuse()`)
  try {
    await expect(stage.rename('never')).rejects.toThrow('refused at the end')
    expect(stage.calls).toEqual([])
  } finally {
    await database.ownerClient.query('drop function refuse cascade')
  }
  // The only connection of the login came back.
  expect(await stage.rename('after a refusal')).toMatchObject({ ok: true })
})

test('a transaction with a failed statement is never taken for committed', async () => {
  const begun = await database.app.begin(stage.key.clientId)
  await begun.tx.execute(sql`select 1 / 0`).catch(() => undefined)
  await expect(begun.commit()).rejects.toThrow('rolled back')
  const swallowed = stage.rename('swallowed', {
    also: (tx) => tx.execute(sql`select 1 / 0`).catch(() => undefined),
  })
  await expect(swallowed).rejects.toThrow('current transaction is aborted')
  expect(await stage.nameNow()).not.toBe('swallowed')
})

test('a transaction is ended by the server before a fence is', async () => {
  const begun = await database.app.begin(null)
  const { rows } = await begun.tx.execute(sql`select current_setting('transaction_timeout') as t`)
  await begun.rollback()
  expect(rows).toEqual([{ t: `${transactionTimeout / 1000}s` }])
  let fenced: string | null = null
  stage.meanwhile.bump = async () => {
    fenced = held()
  }
  stage.store.fenceLife = 120_000
  await stage.rename('fenced')
  expect(fenced).toContain('@')
})

test('a server that goes away while it commits leaves it unknown', async () => {
  const owner = database.ownerClient
  await owner.query(`
    create function wait_for_the_end() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock(42); return null; end $$;
    create constraint trigger late after update on assets deferrable initially deferred
      for each row execute function wait_for_the_end()`)
  await owner.query('select pg_advisory_lock(42)')
  // A login may end its own connections.
  const other = createDatabase({ url: database.appUrl, tls: false, maxConnections: 1 })
  try {
    const begun = await database.app.begin(stage.key.clientId)
    const { rows } = await begun.tx.execute(sql`select pg_backend_pid() as pid`)
    await begun.tx.execute(sql`update assets set name = 'gone'`)
    const committed = expect(begun.commit()).rejects.toBeInstanceOf(CommitUnknown)
    const waiting = `select pid from pg_locks where locktype = 'advisory' and not granted`
    await expect.poll(async () => (await owner.query(waiting)).rows).toEqual(rows)
    await other.transaction(null, (tx) =>
      tx.execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`),
    )
    await committed
  } finally {
    await owner.query('select pg_advisory_unlock(42); drop function wait_for_the_end cascade')
    await other.close()
  }
})

describe('the answer to COMMIT never comes', () => {
  test.each([
    ['delivered', true],
    ['lost', false],
    ['silent', true],
  ] as const)('%s', async (fate, committed) => {
    const url = database.appUrl
    const proxy = await openCuttingProxy(url)
    const settings = { tls: false, maxConnections: 1, answerWithin: 3_000 }
    const on = createDatabase({ ...settings, url: proxy.through(url) })
    const before = await stage.nameNow()
    try {
      stage.meanwhile.fence = async () => proxy.spoilNextRequest(fate)
      await expect(stage.rename(fate, { on })).rejects.toBeInstanceOf(CommitUnknown)
      expect(stage.calls).toEqual(['fence'])
      expect(stage.putOff).toEqual([])
      expect(areSettled([held()])).toBe(false)
      await expect.poll(stage.nameNow).toBe(committed ? fate : before)
      expect(await stage.relay()).toMatchObject({ told: committed ? 1 : 0 })
    } finally {
      await on.close()
      await proxy.close()
    }
  })
})
