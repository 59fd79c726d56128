import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '@/db/client'
import { countUse, lookAtWork } from '@/lib/domain/service/queries'
import { upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World
let platform: Database
beforeAll(async () => {
  world = await createWorld()
  platform = createDatabase({ url: world.platformUrl, tls: false })
})
afterAll(async () => {
  await platform.close()
  await world.close()
})

const change = (statement: ReturnType<typeof sql>) => world.rows(statement)

test('people who may sign in are counted, and what is not archived, over all client accounts', async () => {
  const before = await countUse(platform)
  expect(before).toMatchObject({ clientAccounts: 2, engagements: 2 })
  await change(sql`insert into users (email, name, status) values
    ('a@x.test', 'A', 'active'), ('b@x.test', 'B', 'pending'), ('c@x.test', 'C', 'disabled')`)
  await change(sql`update engagements set archived_at = now() where client_account_id =
    (select id from client_accounts where slug = 'globex')`)
  expect(await countUse(platform)).toEqual({
    people: before.people + 1,
    clientAccounts: 2,
    engagements: 1,
  })
  await change(sql`update client_accounts set archived_at = now() where slug = 'acme'`)
  expect(await countUse(platform)).toMatchObject({ clientAccounts: 1, engagements: 0 })
})

test('a step that is due and in nobody’s hands waits; one that is claimed or later does not', async () => {
  const { flowId } = await upload(world, 'name\nalpha\n')
  const isNow = (changes: ReturnType<typeof sql>) =>
    change(sql`update jobs set ${changes} where flow_id = ${flowId}`)
  const due = new Date('2026-03-02T07:00:00Z')
  await isNow(sql`status = 'ready', lease_until = null, run_at = ${due.toISOString()}`)
  const work = await lookAtWork(world.app)
  expect(work).toMatchObject({ dueSteps: 1, dueSince: due.toISOString() })
  expect(work.lastStepAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  await isNow(sql`lease_until = now() + interval '1 minute'`)
  expect(await lookAtWork(world.app)).toMatchObject({ dueSteps: 0, dueSince: null })
  await isNow(sql`lease_until = null, run_at = now() + interval '1 minute'`)
  expect((await lookAtWork(world.app)).dueSteps).toBe(0)
  await isNow(sql`status = 'idle', run_at = ${due.toISOString()}`)
  expect((await lookAtWork(world.app)).dueSteps).toBe(0)
})

test('changes that no cache was told of are counted, with the age of the oldest', async () => {
  await change(sql`update cache_outbox set applied_at = now()`)
  expect(await lookAtWork(world.app)).toMatchObject({ untoldChanges: 0, untoldSince: null })
  await change(sql`update users set name = 'Renamed' where email = 'a@x.test'`)
  const { untoldChanges, untoldSince } = await lookAtWork(world.app)
  expect(untoldChanges).toBe(1)
  expect(Date.parse(untoldSince ?? '')).toBeLessThanOrEqual(Date.now())
})
