import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tagsOf } from '@/db/coherence/tags'
import { clientNamespace } from '@/lib/base/tag'
import { readPageFacts } from '@/lib/http/page-facts'
import { answerRequest } from '@/lib/server/edge/answer-request'
import { spoilAnswers } from '@/lib/server/edge/spoil-answers'
import type { RequestFlags } from '@/lib/server/flags/obey-flags'
import { createStage, flagsAsWritten, type Stage } from './stage'

const present = vi.hoisted(() => ({
  stage: null as Stage | null,
  flags: null as RequestFlags | null,
}))
vi.mock('@/lib/server/container', () => ({ container: () => present.stage?.container }))
vi.mock('@/lib/env', async (original) => ({
  ...(await original<typeof import('@/lib/env')>()),
  env: () => present.stage?.settings,
}))
vi.mock('@/lib/server/flags/flags-of', () => ({ flagsOf: async () => present.flags }))

const real = globalThis.fetch
let stage: Stage
const flow = { id: '' }

beforeAll(async () => {
  stage = await createStage()
  present.stage = stage
  const { engagementId } = stage.tenants.acme
  const [row] = await stage.rowsOf(sql`
    select id from discovery_flows where engagement_id = ${engagementId}`)
  flow.id = row?.id ?? ''
})
afterAll(() => stage.end())
beforeEach(() => {
  present.flags = flagsAsWritten({})
})

type Name = keyof Stage['people'] | null

async function ask(who: Name, path: string, headers: Record<string, string> = {}) {
  const person = who && stage.people[who]
  const answer = await answerRequest(await stage.requestOf(person, path, headers))
  await stage.settled()
  const sent = (name: string) => answer.headers.get(`x-middleware-request-${name}`)
  return {
    status: answer.status,
    // A handler is told, and says it if its answer is a good one.
    etag: answer.headers.get('etag') ?? sent('x-portolan-validator'),
    caching: answer.headers.get('cache-control') ?? sent('x-portolan-caching'),
    facts: readPageFacts({ get: sent }),
    detail: /detail=(\S+)/.exec(answer.headers.get('cache-status') ?? '')?.[1],
  }
}

/** The first look may meet facts that nobody has read; they are begun behind the answer. */
async function settledTag(who: Name, path: string, headers: Record<string, string> = {}) {
  const seen = async () => (await ask(who, path, headers)).etag
  await expect.poll(seen, { message: `${path} has a validator`, timeout: 20_000 }).not.toBeNull()
  return (await seen()) ?? ''
}

const inventory = '/acme/only/inventory'
const assets = '/api/acme/only/assets'

test.each([inventory, assets])('%s is a 304 for whoever has it', async (path) => {
  const etag = await settledTag('analyst', path)
  expect(await ask('analyst', path, { 'if-none-match': etag })).toMatchObject({
    status: 304,
    etag,
    caching: 'private, no-cache',
  })
  expect((await ask('analyst', path, { 'if-none-match': 'W/"x"' })).status).toBe(200)
})

test('nobody learns anything without having been let in', async () => {
  const etag = await settledTag('analyst', assets)
  for (const condition of [etag, '*']) {
    for (const who of [null, 'stranger'] as const) {
      const told = await ask(who, assets, { 'if-none-match': condition })
      expect(told).toMatchObject({ status: 200, etag: null, caching: null })
      const page = await ask(who, inventory, { 'if-none-match': condition })
      expect(page).toMatchObject({ etag: null, caching: 'private, no-store' })
      expect(page.status).toBe(who ? 200 : 307)
    }
  }
})

test('a role that may not see a page gets no validator of it', async () => {
  const path = '/acme/only/imports/new'
  await settledTag('analyst', path)
  expect(await ask('viewer', path, { 'if-none-match': '*' })).toMatchObject({ etag: null })
})

test('people, forms and addresses share no validator', async () => {
  const payload = { rsc: '1', 'next-router-state-tree': 'a' }
  const tags = [
    await settledTag('analyst', inventory),
    await settledTag('viewer', inventory),
    await settledTag('admin', inventory),
    await settledTag('analyst', inventory, payload),
    await settledTag('analyst', inventory, { ...payload, 'next-router-state-tree': 'b' }),
    await settledTag('analyst', `${inventory}?sort=name`),
    await settledTag('analyst', assets),
  ]
  expect(new Set(tags).size).toBe(tags.length)
})

test('another session, other flags and another role make another validator', async () => {
  const before = await settledTag('viewer', inventory)
  const { viewer } = stage.people
  present.flags = flagsAsWritten({ 'live-updates': { default: false } })
  expect(await settledTag('viewer', inventory)).not.toBe(before)
  present.flags = flagsAsWritten({})
  await stage.rowsOf(sql`
    update memberships set role = 'manager' where user_id = ${viewer.userId} returning id`)
  await stage.container.relay()
  const asManager = await settledTag('viewer', inventory)
  expect(asManager).not.toBe(before)
  await stage.rowsOf(sql`
    update users set session_version = 2 where id = ${viewer.userId} returning id`)
  await stage.container.relay()
  const old = await ask('viewer', inventory, { 'if-none-match': asManager })
  expect(old).toMatchObject({ status: 200, etag: null })
  viewer.sessionVersion = 2
  expect(await settledTag('viewer', inventory)).not.toBe(asManager)
})

test('what is not there is never a 304, and nothing may be kept of it', async () => {
  for (const path of [
    `/acme/only/inventory/${crypto.randomUUID()}`,
    `/acme/only/flows/${crypto.randomUUID()}/mapping`,
    `/admin/users/${crypto.randomUUID()}`,
    '/admin/clients/nobody',
  ]) {
    await ask('admin', path)
    const page = await ask('admin', path, { 'if-none-match': '*' })
    expect(page, path).toMatchObject({ status: 200, etag: null, caching: 'private, no-store' })
  }
  const data = `/api/acme/only/assets/${crypto.randomUUID()}`
  expect(await ask('analyst', data, { 'if-none-match': '*' })).toMatchObject({ etag: null })
  const there = `/acme/only/flows/${flow.id}/mapping`
  await settledTag('admin', there)
  expect((await ask('admin', there, { 'if-none-match': '*' })).status).toBe(304)
})

test('a query that may be refused is no 304 for whoever has nothing', async () => {
  await settledTag('analyst', `${assets}?sort=wrong`)
  expect((await ask('analyst', `${assets}?sort=wrong`, { 'if-none-match': '*' })).status).toBe(200)
  expect((await ask('analyst', assets, { 'if-none-match': '*' })).status).toBe(304)
})

test('a changed fact changes the validators that depend on it, and no others', async () => {
  const { clientAccountId: clientId, engagementId } = stage.tenants.acme
  const [issues, imports] = ['/acme/only/issues', '/acme/only/imports']
  const before = [await settledTag('analyst', issues), await settledTag('analyst', imports)]
  await stage.container.coherence.invalidation.bump(tagsOf.issue({ clientId, engagementId }).list())
  expect(await settledTag('analyst', issues)).not.toBe(before[0])
  expect(await settledTag('analyst', imports)).toBe(before[1])
})

test('while a fact is being changed there is no validator', async () => {
  const { clientAccountId: clientId, engagementId } = stage.tenants.acme
  const { invalidation } = stage.container.coherence
  const tags = tagsOf.asset({ clientId, engagementId }).list()
  const etag = await settledTag('analyst', inventory)
  const fence = await invalidation.fence(tags)
  expect(await ask('analyst', inventory, { 'if-none-match': etag })).toMatchObject({
    status: 200,
    etag: null,
    detail: 'fence',
  })
  await invalidation.lift(tags, fence)
  expect((await ask('analyst', inventory, { 'if-none-match': etag })).status).toBe(304)
})

test('a page that broke is not confirmed later', async () => {
  const etag = await settledTag('analyst', inventory)
  spoilAnswers(clientNamespace(stage.tenants.acme.clientAccountId))
  await stage.settled()
  expect((await ask('analyst', inventory, { 'if-none-match': etag })).status).toBe(200)
})

test.each([
  ['all of a client account on the old path', { path: 'legacy' }],
  ['one group of reads on the old path', { groups: { classification: 'legacy' } }],
  ['one group of reads compared with the old path', { groups: { inventory: 'shadow' } }],
])('%s: no validator', async (_, own) => {
  const etag = await settledTag('analyst', inventory)
  const clients = { [stage.tenants.acme.clientAccountId]: own }
  present.flags = flagsAsWritten({ 'cache-path': { default: { path: 'redis' }, clients } })
  for (const condition of [etag, '*']) {
    expect(await ask('analyst', inventory, { 'if-none-match': condition })).toMatchObject({
      status: 200,
      etag: null,
      detail: 'legacy',
    })
  }
})

test('validators that are switched off for a client account leave the old headers', async () => {
  const clients = { [stage.tenants.acme.clientAccountId]: false }
  present.flags = flagsAsWritten({ 'http-validators': { default: true, clients } })
  const mapping = `/acme/only/flows/${flow.id}/mapping`
  expect(await ask('analyst', mapping, { 'if-none-match': '*' })).toMatchObject({
    status: 200,
    etag: null,
    caching: 'private, max-age=120',
  })
  expect(await ask('analyst', inventory)).toMatchObject({ caching: 'private, no-store' })
})

test('a stopped cache is not asked, and nobody keeps anything', async () => {
  present.flags = flagsAsWritten({ 'cache-enabled': false })
  const told = await ask('analyst', inventory, { 'if-none-match': '*' })
  expect(told).toMatchObject({ status: 200, etag: null, caching: 'private, no-store' })
})

test('open pages and what is fetched ahead cost no trip', async () => {
  const reads = vi.spyOn(stage.container.cache, 'forRequest')
  expect(await ask('analyst', '/status')).toMatchObject({ etag: null })
  const ahead = { rsc: '1', 'next-router-prefetch': '1' }
  expect(await ask('analyst', inventory, ahead)).toMatchObject({ etag: null })
  expect(reads).not.toHaveBeenCalled()
  reads.mockRestore()
})

test('a 304 is one trip to Redis and none to the database', async () => {
  const etag = await settledTag('analyst', inventory)
  const trips: string[] = []
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation((to, init) => {
    const sent = typeof init?.body === 'string' ? init.body : ''
    // Counts of earlier reads are sent behind the answers.
    if (!sent.toLowerCase().includes('"hincrby"')) trips.push(`${to} ${sent}`)
    return real(to, init)
  })
  expect((await ask('analyst', inventory, { 'if-none-match': etag })).status).toBe(304)
  fetched.mockRestore()
  expect(trips).toHaveLength(1)
  expect(trips[0]).toContain(stage.settings.UPSTASH_REDIS_REST_URL)
  expect(trips[0]?.toLowerCase()).toContain('"mget"')
})

test('a page is told what it is made of, and which changes it holds', async () => {
  await settledTag('analyst', inventory)
  const { clientAccountId: clientId, engagementId } = stage.tenants.acme
  const tags = tagsOf.asset({ clientId, engagementId }).list()
  const before = await ask('analyst', inventory)
  expect(before.facts?.reads).toMatchObject({ 'inventory.page': expect.arrayContaining([...tags]) })
  expect(Object.keys(before.facts?.reads ?? {})).toContain('users.context')

  const events = await stage.store.bump(tags, 'a-change')
  const [, run = ''] = (events.get(clientNamespace(clientId)) ?? '').split(':')
  expect(before.facts?.changes).not.toContain(run)
  expect((await ask('analyst', inventory)).facts?.changes).toContain(run)
  // Whoever asks cannot say it in the site's place, and a handler is not told.
  const forged = { 'x-portolan-facts': '{"reads":{},"changes":[]}' }
  expect((await ask(null, '/sign-in', forged)).facts).toBeNull()
  expect((await ask('analyst', assets, forged)).facts).toBeNull()
})

test('a page that nobody keeps is told what it is made of, too', async () => {
  const { facts, etag } = await ask('analyst', `/acme/only/flows/${flow.id}`)
  expect(etag).toBeNull()
  expect(Object.keys(facts?.reads ?? {})).toEqual(
    expect.arrayContaining(['flows.page', 'flows.history', 'imports.one', 'users.context']),
  )
  expect(facts?.changes).not.toEqual([])
})
