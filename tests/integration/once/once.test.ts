import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BegunTransaction, Database } from '@/db/client'
import { createDatabase } from '@/db/client'
import { fixedClock } from '@/lib/base/clock'
import { CommitUnknown } from '@/lib/base/commit-unknown'
import { createImport } from '@/lib/domain/imports/commands/create-import'
import { removeSpent } from '@/lib/domain/protection/commands/remove-spent'
import { type NamedWrite, oneWrite } from '@/lib/write/once'
import type { Coherence } from '@/lib/write/transact'
import { createWorld, type World } from '../flows/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(async () => {
  await settled()
  await world.close()
})

const file = { name: 'servers.csv', sizeBytes: 10, partCount: 1, partSize: 1024 }

let write: NamedWrite
beforeEach(async () => {
  await world.rows(sql`delete from idempotency_keys`)
  await world.rows(sql`delete from data_imports`)
  const { userId, engagementId } = world.analyst
  const address = 'POST /api/acme/move/imports'
  write = { userId, engagementId, address, key: crypto.randomUUID(), bodyDigest: 'of the file' }
})

/** What is put off until after an answer: that the caches were told is marked there. */
const afterwards: Promise<void>[] = []
const settled = () => Promise.all(afterwards.splice(0))

/** The import is announced, as a request of that name does it. */
function announce(named = write, more: { db?: Database; clock?: typeof world.clock } = {}) {
  const coherence: Coherence = {
    ...world.deps.coherence,
    afterwards: (work) => void afterwards.push(work()),
  }
  const deps = { ...world.deps, coherence, ...more, once: oneWrite(named) }
  return createImport(world.analyst, deps, file)
}

async function count(table: 'data_imports' | 'idempotency_keys'): Promise<number> {
  const [row] = await world.rows<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)}`,
  )
  return row?.n ?? -1
}

/** A database whose transactions meet with something as they end. */
function ending(end: (begun: BegunTransaction) => Promise<void>): Database {
  return {
    ...world.app,
    begin: async (tenantId) => {
      const begun = await world.app.begin(tenantId)
      return { ...begun, commit: () => end(begun) }
    },
  }
}

test('the same again gets the same answer and does nothing', async () => {
  const first = await announce()
  expect(first).toMatchObject({ ok: true })
  await settled()
  expect(await announce()).toEqual(first)
  expect(await count('data_imports')).toBe(1)
})

test('many at once do it once, and all get the one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => announce()))
  expect(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.data))).size).toBe(1)
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await count('data_imports')).toBe(1)
})

const goWell = ({ commit }: BegunTransaction) => commit()

const dieBefore = async ({ rollback }: BegunTransaction) => {
  await rollback()
  throw new Error('killed')
}

const dieAfter = async ({ commit }: BegunTransaction) => {
  await commit()
  throw new CommitUnknown(new Error('cut off'))
}

test('an answer that was lost after the commit is given to whoever asks again', async () => {
  const db = ending(dieAfter)
  await expect(announce(write, { db })).rejects.toThrow(CommitUnknown)
  expect(await count('data_imports')).toBe(1)
  const again = await announce()
  // Nobody told the caches of the first one, and the second knows.
  expect(again).toMatchObject({ ok: true, invalidation: 'pending' })
  expect(await count('data_imports')).toBe(1)
})

test('what died before its commit is done by whoever asks again', async () => {
  const db = ending(dieBefore)
  await expect(announce(write, { db })).rejects.toThrow('killed')
  expect([await count('data_imports'), await count('idempotency_keys')]).toEqual([0, 0])
  expect(await announce()).toMatchObject({ ok: true })
  expect(await count('data_imports')).toBe(1)
})

test('whatever dies in between and however many ask at once, it is done once', async () => {
  const fate = fc.constantFrom(goWell, dieBefore, dieAfter)
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 6 }), async (ends) => {
      const before = await count('data_imports')
      const named = { ...write, key: crypto.randomUUID() }
      const tries = await Promise.allSettled(
        ends.map((end) => announce(named, { db: ending(end) })),
      )
      const last = await announce(named)
      const ids = [
        ...tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
        last,
      ].map((answer) => answer.ok && answer.data.importId)
      expect(new Set(ids).size).toBe(1)
      expect(await count('data_imports')).toBe(before + 1)
    }),
    { numRuns: 15 },
  )
})

test('while the first is under way the second waits for it', async () => {
  let open = () => {}
  let arrived = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const atTheEnd = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const db = ending(async ({ commit }) => {
    arrived()
    await gate
    await commit()
  })
  const first = announce(write, { db })
  await atTheEnd
  const second = announce()
  const waiting = sql`select 1 as n from pg_locks where not granted`
  await expect.poll(async () => (await world.rows(waiting)).length).toBeGreaterThan(0)
  open()
  const [one, other] = await Promise.all([first, second])
  expect(other).toMatchObject({ ok: true, data: one.ok && one.data })
  expect(await count('data_imports')).toBe(1)
})

test('a refusal leaves no name behind', async () => {
  const deps = { ...world.deps, once: oneWrite(write) }
  const refused = await createImport(world.analyst, deps, { ...file, sizeBytes: 0 })
  expect(refused).toMatchObject({ ok: false, code: 'empty_file' })
  expect(await announce()).toMatchObject({ ok: true })
})

test('another write under the same name is refused', async () => {
  await announce()
  const other = await announce({ ...write, bodyDigest: 'of another file' })
  expect(other).toMatchObject({ ok: false, code: 'key_reused' })
  expect(await count('data_imports')).toBe(1)
})

test('a name is its person’s and its address’s own', async () => {
  const names = [
    write,
    { ...write, userId: world.manager.userId },
    { ...write, address: 'POST /api/acme/move/other' },
  ]
  const answers = []
  for (const name of names) answers.push(await announce(name))
  await settled()
  expect(await Promise.all(names.map((name) => announce(name)))).toEqual(answers)
  expect(await count('data_imports')).toBe(3)
})

test('after a day a name is free again, and removed', async () => {
  const platform = createDatabase({ url: world.platformUrl, tls: false })
  const deps = { ...world.deps, db: platform }
  await announce()
  await removeSpent(deps)
  const later = fixedClock(new Date(world.clock.now().getTime() + 86_400_001))
  await announce(write, { clock: later })
  expect(await count('data_imports')).toBe(2)
  await world.rows(sql`update idempotency_keys set expires_at = now() - interval '1 second'`)
  await removeSpent({ ...deps, clock: fixedClock(new Date()) })
  await platform.close()
  expect(await count('idempotency_keys')).toBe(0)
})

test('a second write of one request has no name to go by', () => {
  const once = oneWrite(write)
  expect(once()).toBe(write)
  expect(once).toThrow('only once')
})
