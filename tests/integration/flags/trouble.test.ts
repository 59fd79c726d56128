import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createOwnEnvironment, everythingNew, type OwnProcess, startOwnProcess } from './own-site'

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn(), info: vi.fn() }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))
vi.mock('next/headers', () => ({ headers: async () => new Headers() }))

const acme = '6b1f7c9e-3d55-4c0e-9a3f-0d2f4f6b8a10'

let world: Awaited<ReturnType<typeof createOwnEnvironment>>
let site: OwnProcess

beforeAll(async () => {
  world = await createOwnEnvironment()
})
afterAll(() => world.end())
afterEach(async () => {
  world.config.suffer(null)
  await world.config.write(everythingNew)
  await site.end()
  log.warn.mockClear()
  log.info.mockClear()
})

/** What a request obeys now. */
async function obeyed() {
  const flags = await site.withRequestReads(site.requestFlags)
  const { source } = flags
  return { source, path: flags.pathOf('inventory', acme), validators: flags.httpValidators(acme) }
}

const asWritten = { path: 'redis', validators: true }
const safe = { path: 'legacy', validators: false }

test.each(['down', 'slow', 'malformed', 'missing'] as const)(
  'with an Edge Config that is %s the last good values hold, and say that they are it',
  async (fault) => {
    site = await startOwnProcess(world.env)
    expect(await obeyed()).toEqual({ source: 'edge-config', ...asWritten })
    world.config.suffer(fault)
    for (let looks = 0; looks < 2; looks++) await site.flags.refresh()
    expect(await obeyed()).toEqual({ source: 'last-good', ...asWritten })
    expect(site.flagSnapshot().problems).toHaveLength(1)
    expect(log.warn).toHaveBeenCalledTimes(1)
    world.config.suffer(null)
    await site.flags.refresh()
    expect(await obeyed()).toEqual({ source: 'edge-config', ...asWritten })
    expect(log.info).toHaveBeenCalledTimes(1)
  },
)

test.each(['down', 'slow', 'malformed', 'missing'] as const)(
  'a process that begins with an Edge Config that is %s obeys the safe defaults',
  async (fault) => {
    world.config.suffer(fault)
    site = await startOwnProcess(world.env)
    expect(await obeyed()).toEqual({ source: 'safe-defaults', ...safe })
  },
)

test('an item that somebody has deleted or broken leaves the last good values', async () => {
  site = await startOwnProcess(world.env)
  await obeyed()
  for (const broken of [null, 'text', [everythingNew]]) {
    await world.config.write(broken)
    await site.flags.refresh()
    expect(await obeyed()).toEqual({ source: 'last-good', ...asWritten })
  }
})

test('single flags that are missing or malformed are off though they were on', async () => {
  site = await startOwnProcess(world.env)
  await obeyed()
  const { 'http-validators': _gone, ...rest } = everythingNew
  await world.config.write({ ...rest, 'cache-path': { default: 'redis' } })
  await site.flags.refresh()
  expect(await obeyed()).toEqual({ source: 'edge-config', ...safe })
  await site.flags.refresh()
  expect(log.warn).toHaveBeenCalledTimes(1)
})

test('health tells that the flags cannot be read, while the site goes on', async () => {
  site = await startOwnProcess(world.env)
  await obeyed()
  const { checkReadiness } = await import('@/lib/server/readiness')
  expect((await checkReadiness()).checks).toMatchObject({ flags: { status: 'ok' } })
  world.config.suffer('missing')
  expect((await checkReadiness()).checks).toMatchObject({
    database: { status: 'ok' },
    flags: { status: 'failing' },
  })
  expect(await obeyed()).toMatchObject(asWritten)
})
