import { beforeAll, beforeEach, expect, test } from 'vitest'
import { eventsOfRows, type OutboxRow } from '@/lib/write/commit-protocol'
import { createPostgresOutbox } from '@/lib/write/postgres-outbox'
import { relay } from '@/lib/write/relay'
import { openDatabase } from '../db/open-database'
import { type Stage, setStage } from './stage'

const database = openDatabase()
let stage: Stage

beforeAll(async () => {
  stage = await setStage(database)
})

beforeEach(async () => {
  await stage.forgetFacts()
  stage.store.flush()
  for (const list of [stage.calls, stage.announced, stage.putOff]) list.length = 0
})

const psql = (statement: string) => database.ownerClient.query(statement)
const outbox = () => createPostgresOutbox({ db: database.app })
/** How often the caches were told of the asset. */
const timesTold = () =>
  stage.store.events.filter(({ tags }) => tags.includes(stage.assetTag)).length

test('what somebody types into psql is told by the relay', async () => {
  await psql(`update assets set name = 'typed' where id = '${stage.assetId}'`)
  expect(await stage.relay()).toEqual({ told: 1, repeated: 0, removed: 0 })
  expect(timesTold()).toBe(1)
  expect(stage.announced).toContain(stage.assetTag)
  expect(await stage.relay()).toEqual({ told: 0, repeated: 0, removed: 0 })
  expect(timesTold()).toBe(1)
})

test('what a writer left behind that died after COMMIT is told by the relay', async () => {
  const died = new Error('the process was killed')
  stage.meanwhile.bump = () => Promise.reject(died)
  await stage.rename('left behind')
  stage.meanwhile.bump = undefined
  expect(timesTold()).toBe(0)
  expect(await stage.relay()).toMatchObject({ told: 1 })
  expect(timesTold()).toBe(1)
})

test('another writer tells it on its way, but leaves the latest to those who write them', async () => {
  await psql(`update assets set name = 'typed' where id = '${stage.assetId}'`)
  await stage.rename('on the way')
  await stage.settle()
  expect(await stage.untold()).toHaveLength(1)
  await psql(`update cache_outbox set created_at = now() - interval '11 seconds'`)
  await stage.rename('later')
  await stage.settle()
  expect(await stage.untold()).toEqual([])
})

test('two relays at once tell of each fact once', async () => {
  for (const name of ['a', 'b', 'c']) await psql(`update assets set name = '${name}'`)
  const told: string[] = []
  let reached = () => {}
  let goOn = () => {}
  const firstHolds = new Promise<void>((resolve) => {
    reached = resolve
  })
  const secondIsDone = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const tell = async (rows: OutboxRow[]) => {
    told.push(...rows.map(({ id }) => id))
    return eventsOfRows(rows, new Map(rows.map(({ namespace }) => [namespace, '1-0'])))
  }
  const owner = createPostgresOutbox({ db: database.owner })
  const first = owner.drainBatch(4, async (rows) => {
    reached()
    await secondIsDone
    return tell(rows)
  })
  await firstHolds
  const second = await outbox().drainBatch(4, tell)
  goOn()
  // Three statements, each in two namespaces: four rows for the one and the rest for the other.
  expect([await first, second]).toEqual([4, 2])
  expect(new Set(told).size).toBe(6)
  expect(await stage.untold()).toEqual([])
})

test('a transaction that began earlier and committed later is not passed over', async () => {
  const early = await database.owner.begin(null)
  await early.tx.execute(`update engagements set name = 'early'`)
  await psql(`update assets set name = 'late' where id = '${stage.assetId}'`)
  expect(await stage.relay()).toMatchObject({ told: 1 })
  await early.commit()
  const [tags] = await stage.untold()
  expect(tags?.join()).toContain('global:engagement:')
  expect(await stage.relay()).toMatchObject({ told: 1 })
  expect(await stage.untold()).toEqual([])
})

test('a fact is told of again when the telling fails', async () => {
  await psql(`update assets set name = 'twice' where id = '${stage.assetId}'`)
  stage.store.meet('bump', 'lost')
  await expect(stage.relay()).rejects.toThrow()
  expect(await stage.untold()).toHaveLength(1)
  expect(await stage.relay()).toMatchObject({ told: 1 })
})

test('more facts than one turn takes are all told of', async () => {
  for (let at = 0; at < 7; at += 1) {
    await psql(`update assets set name = 'n${at}' where id = '${stage.assetId}'`)
  }
  expect(await relay(outbox(), stage.coherence.invalidation, 3)).toBe(7)
  expect(stage.calls).toEqual(['bump', 'bump', 'bump'])
})

test('facts that Redis lost are told of again, once', async () => {
  await stage.rename('kept')
  await stage.settle()
  expect(await stage.relay()).toMatchObject({ told: 0, repeated: 0 })
  stage.store.flush()
  expect(await stage.relay()).toMatchObject({ told: 0, repeated: 1 })
  expect(timesTold()).toBe(1)
  expect(await stage.relay()).toMatchObject({ told: 0, repeated: 0 })
})

test('a failover that loses the latest events alone is noticed', async () => {
  await stage.rename('before')
  await stage.settle()
  await stage.rename('after')
  await stage.settle()
  stage.store.events.pop()
  expect(await stage.relay()).toMatchObject({ repeated: 1 })
})

test('facts are forgotten two hours after they were told, and not before they are', async () => {
  await psql(`update assets set name = 'old' where id = '${stage.assetId}'`)
  await psql(`update cache_outbox set created_at = now() - interval '1 day'`)
  expect(await outbox().removeOld()).toBe(0)
  await stage.relay()
  await psql(`update cache_outbox set applied_at = now() - interval '119 minutes'`)
  expect(await outbox().removeOld()).toBe(0)
  await psql(`update cache_outbox set applied_at = now() - interval '121 minutes'`)
  expect(await outbox().removeOld()).toBe(1)
})

test('many rows of one transaction are few tags by the time that Redis hears of them', async () => {
  const { rows } = await psql('select count(*)::int as count from assets')
  expect(rows[0]?.count).toBe(2)
  await stage.rename('many', {
    also: async (tx) => {
      for (const part of ['a', 'b', 'c']) {
        await tx.execute(`
          insert into assets (client_account_id, engagement_id, asset_type, name, name_key,
            attributes, search_text)
          select '${stage.key.clientId}', '${stage.key.engagementId}', 'server', '${part}' || n,
            n, '{}', n from generate_series(1, 250) n`)
      }
    },
  })
  expect(stage.announced).toHaveLength(2)
  expect(stage.announced.map((tag) => tag.split(':').at(-1)).toSorted()).toEqual(['bulk', 'list'])
})
