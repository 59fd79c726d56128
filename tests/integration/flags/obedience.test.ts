import { createAccessProof, encryptOverrides } from 'flags'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import { defineRead } from '@/lib/cache/read-policy'
import { keptForEngagement, keptForSite } from '@/lib/domain/tenancy/caching'
import { flagsHeader } from '@/lib/flags/request-header'
import { createOwnEnvironment, everythingNew, type OwnProcess, startOwnProcess } from './own-site'

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn(), info: vi.fn() }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))
const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))

const acme = '6b1f7c9e-3d55-4c0e-9a3f-0d2f4f6b8a10'
const globex = 'c0a7f2d4-98b1-4f6e-8a77-5e1d3c9b2f40'
const engagementId = '0f8fad5b-d9cb-469f-a165-70867728950e'

const site = defineRead({
  name: 'test.site',
  load: async () => 'a value',
  caching: keptForSite({
    version: 1,
    life: 'people',
    tags: () => [encodeTag(globalNamespace, 'test', 'list')],
  }),
})
const inventory = defineRead({
  name: 'test.inventory',
  load: async () => 'a value',
  caching: keptForEngagement({ version: 1, life: 'inventory', tags: () => [] }),
})

let world: Awaited<ReturnType<typeof createOwnEnvironment>>
let site1: OwnProcess

beforeAll(async () => {
  world = await createOwnEnvironment()
})
afterAll(() => world.end())
beforeEach(async () => {
  request.headers = new Headers()
  await world.config.write(everythingNew)
  site1 = await startOwnProcess(world.env)
})
afterEach(() => site1.end())

async function flip(flags: unknown) {
  await world.config.write(flags)
  await site1.flags.refresh()
}

/** The paths of a request that reads of the platform and of two client accounts. */
const pathsNow = () =>
  site1.withRequestReads(async () => {
    await site1.read(site, 'platform', null)
    for (const clientId of [acme, globex])
      await site1.read(inventory, { clientId, engagementId }, null)
    return site1
      .requestReads()
      .facts()
      .map(({ path }) => path)
  })

test('each read goes by the path of its group and its client account', async () => {
  expect(await pathsNow()).toEqual(['redis', 'redis', 'redis'])
  await flip({
    ...everythingNew,
    'cache-path': {
      default: { path: 'redis' },
      groups: { people: { path: 'shadow' } },
      clients: { [globex]: { path: 'legacy' } },
    },
  })
  expect(await pathsNow()).toEqual(['shadow', 'redis', 'legacy'])
  await flip({ ...everythingNew, 'cache-enabled': false })
  expect(await pathsNow()).toEqual(['off', 'off', 'off'])
  await flip({})
  expect(await pathsNow()).toEqual(['legacy', 'legacy', 'legacy'])
})

test('a flip in the middle of a request is for the next one', async () => {
  const legacy = { ...everythingNew, 'cache-path': { default: { path: 'legacy' } } }
  await site1.withRequestReads(async () => {
    await site1.read(site, 'platform', null)
    await flip(legacy)
    await site1.read(inventory, { clientId: acme, engagementId }, null)
    const facts = site1.requestReads().facts()
    expect(facts.map(({ path }) => path)).toEqual(['redis', 'redis'])
  })
  expect(await pathsNow()).toEqual(['legacy', 'legacy', 'legacy'])
})

test('a page obeys what middleware obeyed before it, though a flip lies between', async () => {
  const before = await site1.flagsOf(new Request('https://portolan.example/'))
  await flip({ ...everythingNew, 'cache-path': { default: { path: 'legacy' } } })
  request.headers.set(flagsHeader, before.snapshotDigest)
  expect(await pathsNow()).toEqual(['redis', 'redis', 'redis'])
  const page = await site1.withRequestReads(site1.requestFlags)
  expect(page.digest).toBe(before.digest)
})

test('a page that does not know what middleware obeyed reads from the database', async () => {
  request.headers.set(flagsHeader, 'of another process')
  expect(await pathsNow()).toEqual(['off', 'off', 'off'])
  const page = await site1.withRequestReads(site1.requestFlags)
  expect(page.httpValidators(acme)).toBe(false)
})

test('the environment can say the path, whatever the flags say', async () => {
  await site1.end()
  site1 = await startOwnProcess({ ...world.env, CACHE_PATH: 'shadow' })
  expect(await pathsNow()).toEqual(['shadow', 'shadow', 'shadow'])
})

test('middleware and page mean the same digest, and a flip makes another', async () => {
  const middleware = await site1.flagsOf(new Request('https://portolan.example/'))
  const page = await site1.withRequestReads(site1.requestFlags)
  expect(page.digest).toBe(middleware.digest)
  expect(site1.flagSnapshot()).toMatchObject({ source: 'edge-config', digest: page.digest })
  await flip({ ...everythingNew, 'live-updates': { default: false } })
  const next = await site1.withRequestReads(site1.requestFlags)
  expect(next.digest).not.toBe(page.digest)
  expect(next.liveUpdates(acme)).toBe(false)
})

const ofPreview = {
  VERCEL_ENV: 'preview',
  DATABASE_BRANCH: 'branch',
  VERCEL_GIT_COMMIT_REF: 'branch',
}
const overridesOf = async (values: Record<string, unknown>, secret?: string) =>
  `vercel-flag-overrides=${await encryptOverrides(values, secret ?? world.env.FLAGS_SECRET)}`

test('in a preview a request may try other values, and its digest is another', async () => {
  const plain = await site1.withRequestReads(site1.requestFlags)
  await site1.end()
  site1 = await startOwnProcess({ ...world.env, ...ofPreview })
  request.headers.set('cookie', `a=b; ${await overridesOf({ 'cache-enabled': false })}; c=d`)
  expect(await pathsNow()).toEqual(['off', 'off', 'off'])
  const page = await site1.withRequestReads(site1.requestFlags)
  expect(page.digest).not.toBe(plain.digest)
  const { headers } = request
  const middleware = await site1.flagsOf(new Request('https://portolan.example/', { headers }))
  expect(middleware.digest).toBe(page.digest)
  request.headers = new Headers()
  expect(await pathsNow()).toEqual(['redis', 'redis', 'redis'])
})

test('nobody tries other values in production, or with what another secret sealed', async () => {
  request.headers.set('cookie', await overridesOf({ 'cache-enabled': false }))
  expect(await pathsNow()).toEqual(['redis', 'redis', 'redis'])
  await site1.end()
  site1 = await startOwnProcess({ ...world.env, ...ofPreview })
  const foreign = Buffer.alloc(32, 7).toString('base64url')
  for (const cookie of [
    await overridesOf({ 'cache-enabled': false }, foreign),
    await overridesOf({ 'cache-enabled': 'malformed', 'no-flag': true }),
    'vercel-flag-overrides={"cache-enabled":false}',
  ]) {
    request.headers.set('cookie', cookie)
    expect(await pathsNow()).toEqual(['redis', 'redis', 'redis'])
  }
})

test('the toolbar discovers the flags, nobody else does', async () => {
  const { GET } = await import('@/app/.well-known/vercel/flags/route')
  const ask = (authorization?: string) =>
    GET(
      new Request('https://portolan.example/.well-known/vercel/flags', {
        headers: authorization ? { authorization } : {},
      }),
      { params: Promise.resolve({}) },
    )
  expect((await ask()).status).toBe(404)
  expect((await ask('Bearer made up')).status).toBe(404)
  const answer = await ask(`Bearer ${await createAccessProof(world.env.FLAGS_SECRET)}`)
  expect(answer.status).toBe(200)
  const { definitions, overrideEncryptionMode } = await answer.json()
  expect(Object.keys(definitions).toSorted()).toEqual(Object.keys(everythingNew).toSorted())
  expect(overrideEncryptionMode).toBe('encrypted')
})
