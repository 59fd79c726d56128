import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '@/lib/base/clock'
import type { Result } from '@/lib/base/result'
import { type Scope, sealScope } from '@/lib/base/scope'
import { driveFlows } from '@/lib/domain/discovery/commands/drive-flows'
import { pauseFlow } from '@/lib/domain/flows/commands/pause-flow'
import { flowPage } from '@/lib/domain/flows/reads'
import { importList } from '@/lib/domain/imports/reads'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import { mappingPage, mappingStatistics } from '@/lib/domain/mapping/reads'
import { archiveEngagement } from '@/lib/domain/tenancy/commands/archive-engagement'
import { createClientAccount } from '@/lib/domain/tenancy/commands/create-client-account'
import { createEngagement } from '@/lib/domain/tenancy/commands/create-engagement'
import { renameEngagement } from '@/lib/domain/tenancy/commands/rename-engagement'
import { restoreEngagement } from '@/lib/domain/tenancy/commands/restore-engagement'
import { engagementAt, engagementDirectory } from '@/lib/domain/tenancy/reads'
import { approveRequest } from '@/lib/domain/users/commands/approve-request'
import { chooseEngagement } from '@/lib/domain/users/commands/choose-engagement'
import { disableUser } from '@/lib/domain/users/commands/disable-user'
import { enableUser } from '@/lib/domain/users/commands/enable-user'
import { giveAdministration } from '@/lib/domain/users/commands/give-administration'
import { makeResetLink } from '@/lib/domain/users/commands/make-reset-link'
import { resetPassword } from '@/lib/domain/users/commands/reset-password'
import { takeAdministration } from '@/lib/domain/users/commands/take-administration'
import { takeMembership } from '@/lib/domain/users/commands/take-membership'
import { findUserContext } from '@/lib/domain/users/queries'
import { pendingRequests, personById, userContext, userDirectory } from '@/lib/domain/users/reads'
import type { UserContext } from '@/lib/domain/users/schema'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { fillEveryTable } from '../db/every-table'
import { dataOf, upload } from '../flows/upload'
import { createWorkbench, type Workbench } from './instances'

let bench: Workbench
let analyst: Scope
let elsewhere: Scope
let admin: UserContext
let siteDeps: SiteDeps
const clock = fixedClock(new Date())

beforeAll(async () => {
  bench = await createWorkbench()
  const { owner, a } = bench
  const { acme, globex } = await owner.transaction(null, fillEveryTable)
  await bench.open()
  const [person] = await rowsOf(sql`select id from users`)
  const [adminRow] = await rowsOf(sql`
    insert into users (email, name, is_admin, status)
    values ('admin@portolan.test', 'Ada', true, 'active') returning id`)
  await a.relay()
  const scopeOf = (clientSlug: string, { clientAccountId, engagementId }: typeof acme) =>
    sealScope({
      userId: person?.id ?? '',
      clientId: clientAccountId,
      engagementId,
      clientSlug,
      engagementSlug: 'only',
      role: 'analyst',
    })
  analyst = scopeOf('acme', acme)
  elsewhere = scopeOf('globex', globex)
  siteDeps = {
    db: a.platform,
    clock,
    coherence: a.coherence,
    siteUrl: 'https://portolan.example',
    mailer: null,
    later: () => undefined,
  }
  const found = await findUserContext(adminRow?.id ?? '', a.platform)
  if (!found) throw new Error('There is no administrator')
  admin = found
})
afterAll(() => bench.end())

function rowsOf(query: ReturnType<typeof sql>) {
  return bench.owner.transaction(
    null,
    async (tx) => (await tx.execute<{ id: string; version: number }>(query)).rows,
  )
}

const commandDeps = () => ({ db: bench.a.tenant, clock, coherence: bench.a.coherence })

/** Succeeded, and every cache knows. */
function done<T>(result: Result<T>): T {
  expect(result).not.toHaveProperty('invalidation')
  return dataOf(result)
}

/** Reads on the second instance until the value comes from the cache. */
async function warm<T>(read: () => Promise<T>): Promise<T> {
  await read()
  const value = await read()
  expect(bench.b.outcome()).toBe('hit')
  return value
}

const contextOnB = () => bench.b.read(userContext, { userId: analyst.userId }, null)

test('user updated: a new password on one instance ends the sessions on the other', async () => {
  const before = await warm(contextOnB)
  const userId = analyst.userId
  const { link } = done(await makeResetLink(admin, siteDeps, { userId }))
  const token = new URL(link).searchParams.get('token') ?? ''
  done(await resetPassword(siteDeps, { token, password: 'a much longer password' }))
  expect((await contextOnB())?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1)
})

test('user updated: what an administrator changes of a person is obeyed on the other instance', async () => {
  const { userId } = analyst
  const shown = () => bench.b.read(personById, 'platform', { userId })
  const people = () =>
    bench.b.read(userDirectory, 'platform', { search: '', status: null, after: null })
  const stateOnB = async () => {
    const listed = (await people()).users.find(({ id }) => id === userId)
    const [context, page] = [await contextOnB(), await shown()]
    return [context, page, listed].map((seen) => [seen?.status, seen?.isAdmin])
  }
  const everywhere = (status: string, isAdmin: boolean) => Array(3).fill([status, isAdmin])
  for (const read of [contextOnB, shown, people]) await warm<unknown>(read)
  const seen = async () => ({ userId, version: (await shown())?.version ?? 0 })
  done(await giveAdministration(admin, siteDeps, await seen()))
  expect(await stateOnB()).toEqual(everywhere('active', true))
  done(await takeAdministration(admin, siteDeps, await seen()))
  expect(await stateOnB()).toEqual(everywhere('active', false))
  const before = await contextOnB()
  done(await disableUser(admin, siteDeps, await seen()))
  expect(await stateOnB()).toEqual(everywhere('disabled', false))
  expect((await contextOnB())?.sessionVersion).toBe((before?.sessionVersion ?? 0) + 1)
  done(await enableUser(admin, siteDeps, await seen()))
  expect(await stateOnB()).toEqual(everywhere('active', false))
})

test('client access changed: an approval on one instance lets the person in on the other', async () => {
  const { engagementId } = elsewhere
  done(await takeMembership(admin, siteDeps, { userId: analyst.userId, engagementId, version: 1 }))
  const clients = async () => (await contextOnB())?.memberships.map((place) => place.clientSlug)
  const waiting = () => bench.b.read(pendingRequests, 'platform', null)
  const people = () =>
    bench.b.read(userDirectory, 'platform', { search: '', status: null, after: null })
  expect(await warm(clients)).toEqual(['acme'])
  const [request] = await warm(waiting)
  await warm(people)
  const { id: requestId = '', version = 0 } = request ?? {}
  const approval = { requestId, version, engagementId, role: 'manager' as const }
  done(await approveRequest(admin, siteDeps, approval))
  expect(await clients()).toEqual(['acme', 'globex'])
  expect(await waiting()).toEqual([])
  const shown = (await people()).users.find(({ id }) => id === analyst.userId)
  expect(shown?.memberships).toContainEqual(expect.objectContaining({ role: 'manager' }))
})

test('client access changed: a membership that is taken away is gone for warm readers', async () => {
  const roles = async () => (await contextOnB())?.memberships.map(({ clientSlug }) => clientSlug)
  expect(await warm(roles)).toContain('globex')
  const { engagementId } = elsewhere
  done(await takeMembership(admin, siteDeps, { userId: analyst.userId, engagementId, version: 1 }))
  expect(await roles()).toEqual(['acme'])
})

test('engagement modified: its new name stands wherever it is shown', async () => {
  const address = { client: 'acme', engagement: 'only' }
  const directory = () => bench.b.read(engagementDirectory, 'platform', null)
  const entry = () => bench.b.read(engagementAt, 'platform', address)
  for (const read of [directory, entry, contextOnB]) await warm<unknown>(read)
  const { engagementId } = analyst
  const rename = { id: engagementId, version: 1, name: 'Move to Rome' }
  done(await renameEngagement(admin, siteDeps, rename))
  const named = expect.objectContaining({ engagementName: 'Move to Rome' })
  expect(await entry()).toEqual(named)
  expect(await directory()).toContainEqual(named)
  expect((await contextOnB())?.memberships).toContainEqual(named)
})

test('engagement modified: archived, it is nowhere; restored, it is everywhere again', async () => {
  const address = { client: 'acme', engagement: 'only' }
  const directory = () => bench.b.read(engagementDirectory, 'platform', null)
  const entry = () => bench.b.read(engagementAt, 'platform', address)
  const whereOnB = async () => [
    (await directory()).some(({ clientSlug }) => clientSlug === 'acme'),
    (await entry()) !== null,
    (await contextOnB())?.memberships.some(({ clientSlug }) => clientSlug === 'acme'),
  ]
  for (const read of [directory, entry, contextOnB]) await warm<unknown>(read)
  const id = analyst.engagementId
  const closed = done(await archiveEngagement(admin, siteDeps, { id, version: 2 }))
  expect(await whereOnB()).toEqual([false, false, false])
  done(await restoreEngagement(admin, siteDeps, { id, ...closed }))
  expect(await whereOnB()).toEqual([true, true, true])
})

test('flow updated: a pause on one instance is seen on the other', async () => {
  const { flowId } = await upload({ deps: commandDeps(), analyst }, 'Name\nalpha\n')
  const page = () => bench.b.read(flowPage, analyst, { flowId })
  const list = () => bench.b.read(importList, analyst, { limit: 25 })
  expect((await warm(page))?.status).toBe('running')
  await warm(list)
  done(await pauseFlow(analyst, commandDeps(), { flowId }))
  expect(await page()).toMatchObject({ status: 'paused', actions: ['resume', 'cancel'] })
  const shown = (await list()).imports.find((one) => one.flowId === flowId)
  expect(shown?.flowStatus).toBe('paused')
})

test('bulk mapping operation: every column that was approved is approved everywhere', async () => {
  const { flowId } = await upload({ deps: commandDeps(), analyst }, 'Name,CPU Count\nalpha,2\n')
  const broken: unknown[] = []
  const report = (error: unknown) => broken.push(error)
  await driveFlows({ ...commandDeps(), report }, { budgetMs: 30_000, flowId })
  expect(broken).toEqual([])
  const page = () => bench.b.read(mappingPage, analyst, { flowId })
  const statistics = () => bench.b.read(mappingStatistics, analyst, { flowId })
  const flow = () => bench.b.read(flowPage, analyst, { flowId })
  expect((await warm(page))?.open).toBe(true)
  expect((await warm(statistics)).approved).toBe(0)
  await warm(flow)
  done(await approveMappings(analyst, commandDeps(), { flowId, which: { all: true } }))
  expect((await page())?.columns.map(({ state }) => state)).toEqual(['approved', 'approved'])
  expect(await page()).toMatchObject({ open: false, statistics: { approved: 2 } })
  expect((await statistics()).approved).toBe(2)
  expect(await flow()).toMatchObject({ status: 'running', phase: 'data_cleansing' })
})

test('defaults updated: the engagement that was chosen is where the person lands', async () => {
  expect((await warm(contextOnB))?.defaults).toMatchObject({ clientSlug: 'acme' })
  done(await chooseEngagement(elsewhere, siteDeps))
  expect((await contextOnB())?.defaults).toMatchObject({ clientSlug: 'globex' })
})

test('what an unrelated command changes leaves other engagements warm', async () => {
  const list = () => bench.b.read(importList, elsewhere, { limit: 25 })
  await warm(list)
  await upload({ deps: commandDeps(), analyst }, 'Name\nbeta\n')
  await list()
  expect(bench.b.outcome()).toBe('hit')
})

test('a client that was just made: its reads are kept from the first on', async () => {
  const client = dataOf(await createClientAccount(admin, siteDeps, { name: 'Newcomer' }))
  const input = { clientId: client.id, name: 'Move' }
  const { id } = dataOf(await createEngagement(admin, siteDeps, input))
  const place = { clientId: client.id, engagementId: id }
  const list = () => bench.b.read(importList, place, { limit: 20 })
  await list()
  expect(bench.b.outcome()).toBe('miss')
  await list()
  expect(bench.b.outcome()).toBe('hit')
})
