import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '@/lib/base/clock'
import type { Result } from '@/lib/base/result'
import type { Role } from '@/lib/base/roles'
import { type Scope, sealScope } from '@/lib/base/scope'
import { changeView } from '@/lib/domain/views/commands/change-view'
import { keepView } from '@/lib/domain/views/commands/keep-view'
import { removeView } from '@/lib/domain/views/commands/remove-view'
import { restoreView } from '@/lib/domain/views/commands/restore-view'
import { listViews } from '@/lib/domain/views/queries'
import { mostViews } from '@/lib/domain/views/rules'
import { testCoherence } from '../../support/coherence'
import { createTestDatabase, type TestDatabase } from '../../support/test-database'
import { openWorkspace, type Workspace } from '../inventory/workspace'

let database: TestDatabase
let place: Workspace
let colleague: Workspace

beforeAll(async () => {
  database = await createTestDatabase()
  // A person of another client account is a person like any other.
  colleague = await openWorkspace(database)
})
beforeEach(async () => {
  place = await openWorkspace(database)
})
afterEach(() => place.close())
afterAll(async () => {
  await colleague.close()
  await database.drop()
})

const start = new Date('2026-03-02T08:00:00Z')
const depsAt = (now: Date) => ({
  db: place.db,
  clock: fixedClock(now),
  coherence: testCoherence(),
})
const deps = () => depsAt(start)

const as = (role: Role, userId = place.scope.userId): Scope =>
  sealScope({ ...place.scope, role, userId })
const other = (role: Role) => as(role, colleague.scope.userId)

const screen = 'inventory' as const
const keep = async (
  scope: Scope,
  name: string,
  more: { query?: string; shared?: boolean } = {},
) => {
  const kept = await keepView(scope, deps(), {
    screen,
    name,
    query: more.query ?? 'type=server',
    shared: more.shared ?? false,
  })
  if (!kept.ok) throw new Error(kept.message)
  return kept.data
}
const seen = ({ userId }: Scope) => listViews(place.scope, place.db, { screen, userId })
const names = async (scope: Scope) => (await seen(scope)).map(({ name }) => name)
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.code)

test('a view is its owner’s alone until it is shared, and says what the list says', async () => {
  const viewer = as('viewer')
  await keep(viewer, 'Mine', { query: '?sort=-cpu&cursor=x&type=server&view=1' })
  expect(await seen(viewer)).toMatchObject([
    {
      name: 'Mine',
      query: 'type=server&sort=-cpu',
      shared: false,
      ownerName: 'Person',
      version: 1,
    },
  ])
  expect(await seen(other('manager'))).toEqual([])
  await keep(other('analyst'), 'Ours', { shared: true })
  expect(await names(viewer)).toEqual(['Mine', 'Ours'])
  expect(await listViews(colleague.scope, place.db, { screen, userId: viewer.userId })).toEqual([])
})

test('who may only look keeps views and shares none', async () => {
  const refused = await keepView(as('viewer'), deps(), {
    screen,
    name: 'a',
    query: '',
    shared: true,
  })
  expect(code(refused)).toBe('forbidden')
  const own = await keep(as('viewer'), 'Mine')
  expect(code(await changeView(as('viewer'), deps(), { ...own, shared: true }))).toBe('forbidden')
  expect(code(await changeView(as('analyst'), deps(), { ...own, shared: true }))).toBe('ok')
})

test('another’s view is not there, a shared one is for its owner and for managers to change', async () => {
  const own = await keep(as('analyst'), 'Mine')
  const change = { ...own, name: 'Theirs' }
  expect(code(await changeView(other('manager'), deps(), change))).toBe('not_found')
  expect(code(await removeView(other('manager'), deps(), own))).toBe('not_found')
  const shared = await keep(as('analyst'), 'Ours', { shared: true })
  expect(code(await changeView(other('analyst'), deps(), { ...shared, name: 'x' }))).toBe(
    'forbidden',
  )
  expect(code(await removeView(other('analyst'), deps(), shared))).toBe('forbidden')
  expect(code(await changeView(other('manager'), deps(), { ...shared, name: 'x' }))).toBe('ok')
  const elsewhere = { ...shared, version: 2 }
  expect(code(await removeView(colleague.scope, deps(), elsewhere))).toBe('not_found')
})

test('nobody overwrites what they have not seen', async () => {
  const kept = await keep(as('analyst'), 'Ours', { shared: true })
  const renamed = await changeView(as('analyst'), deps(), { ...kept, name: 'Better' })
  expect(renamed).toEqual({ ok: true, data: { id: kept.id, version: 2 } })
  const late = await changeView(other('manager'), deps(), { ...kept, query: 'type=vm' })
  expect(late).toMatchObject({
    code: 'conflict',
    details: { newer: { version: 2, values: { name: 'Better', query: 'type=server' } } },
  })
  expect(code(await removeView(as('analyst'), deps(), kept))).toBe('conflict')
})

test('a name is given once: among the shared views, and among one’s own', async () => {
  await keep(as('analyst'), 'Servers', { shared: true })
  const taken = { screen, name: 'SERVERS', query: '', shared: true }
  expect(await keepView(other('analyst'), deps(), taken)).toMatchObject({
    code: 'already_exists',
    fields: { name: expect.any(String) },
  })
  const own = await keep(other('analyst'), 'Servers')
  await keep(as('analyst'), 'Servers')
  expect(code(await changeView(other('analyst'), deps(), { ...own, shared: true }))).toBe(
    'already_exists',
  )
  const atOnce = await Promise.all(
    ['a', 'b', 'c'].map((query) =>
      keepView(as('analyst'), deps(), { screen, name: 'Race', query, shared: true }),
    ),
  )
  expect(atOnce.map(code).toSorted()).toEqual(['already_exists', 'already_exists', 'ok'])
})

test('a removal is taken back, for a day', async () => {
  const kept = await keep(as('analyst'), 'Mine')
  expect(code(await removeView(as('analyst'), deps(), kept))).toBe('ok')
  expect(await names(as('analyst'))).toEqual([])
  expect(code(await restoreView(other('manager'), deps(), kept))).toBe('not_found')
  expect(await restoreView(as('analyst'), deps(), kept)).toEqual({
    ok: true,
    data: { id: kept.id, version: 3 },
  })
  expect(await names(as('analyst'))).toEqual(['Mine'])

  await removeView(as('analyst'), deps(), { ...kept, version: 3 })
  const namesake = await keep(as('analyst'), 'mine')
  expect(code(await restoreView(as('analyst'), deps(), kept))).toBe('already_exists')
  const sooner = depsAt(new Date(start.getTime() + 23 * 3_600_000))
  await removeView(as('analyst'), sooner, await keep(as('analyst'), 'Third'))
  expect(code(await restoreView(as('analyst'), sooner, kept))).toBe('already_exists')
  const later = depsAt(new Date(start.getTime() + 25 * 3_600_000))
  await removeView(as('analyst'), later, namesake)
  expect(code(await restoreView(as('analyst'), later, kept))).toBe('not_found')
  expect(code(await restoreView(as('analyst'), later, namesake))).toBe('ok')
})

test('a person keeps so many views of a list and no more', async () => {
  const { clientId, engagementId, userId } = place.scope
  await place.db.transaction(clientId, (tx) =>
    tx.execute(sql`
      insert into saved_views (client_account_id, engagement_id, owner_id, screen, name, query)
      select ${clientId}, ${engagementId}, ${userId}, 'inventory', 'view ' || n, ''
      from generate_series(1, ${mostViews}::int) n`),
  )
  const further = { screen, name: 'Another', query: '', shared: false }
  expect(code(await keepView(as('analyst'), deps(), further))).toBe('wrong_state')
  expect(code(await keepView(other('analyst'), deps(), further))).toBe('ok')
  expect(code(await keepView(as('analyst'), deps(), { ...further, screen: 'issues' }))).toBe('ok')
})

test('what is done to views is written down', async () => {
  const kept = await keep(as('analyst'), 'Mine')
  await changeView(as('analyst'), deps(), { ...kept, name: 'Ours' })
  await removeView(as('analyst'), deps(), { ...kept, version: 2 })
  await restoreView(as('analyst'), deps(), kept)
  const { rows } = await place.db.transaction(place.scope.clientId, (tx) =>
    tx.execute<{ action: string }>(
      sql`select action from audit_log where subject_id = ${kept.id} order by id`,
    ),
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'view.kept',
    'view.changed',
    'view.removed',
    'view.restored',
  ])
})
