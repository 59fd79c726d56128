import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest'
import { createOwnEnvironment, everythingNew, type OwnProcess, startOwnProcess } from './own-site'

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn(), info: vi.fn() }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))
vi.mock('next/headers', () => ({ headers: async () => new Headers() }))

let world: Awaited<ReturnType<typeof createOwnEnvironment>>
let site: OwnProcess

beforeAll(async () => {
  world = await createOwnEnvironment()
})
afterAll(() => world.end())
beforeEach(async () => {
  site = await startOwnProcess(world.env)
})
afterEach(async () => {
  world.config.suffer(null)
  await world.config.write(everythingNew)
  await site.end()
})

/** The modules of the process that runs. */
async function modules() {
  const [{ flagConsole }, { container }] = await Promise.all([
    import('@/lib/server/flag-console/flag-console'),
    import('@/lib/server/container'),
  ])
  return { look: () => site.withRequestReads(() => flagConsole(2)), container: container() }
}

test('shows what is written, by which path each group goes, and that it may be changed', async () => {
  const { look } = await modules()
  const console = await look()
  expect(console).toMatchObject({
    writing: 'possible',
    source: 'edge-config',
    trouble: [],
    problems: [],
    defaultRule: 'Redis',
    override: null,
  })
  const directory = console.groups.find(({ group }) => group === 'directory')
  expect(directory).toMatchObject({
    ownRule: null,
    inForce: [{ path: 'redis', platform: true, clients: 0 }],
  })
})

test('what every process reads is counted by group and path', async () => {
  const { look } = await modules()
  const { engagementDirectory } = await import('@/lib/domain/tenancy/reads')
  await site.withRequestReads(() => site.read(engagementDirectory, 'platform', null))
  const figures = async () => {
    const { groups } = await look()
    return groups.find(({ group }) => group === 'directory')?.paths
  }
  await expect.poll(figures, { timeout: 20_000 }).toMatchObject([{ path: 'redis', reads: 1 }])
})

test('tells how many of the living processes obey the newest values', async () => {
  // Its own, because the processes of the other tests go on living for a minute.
  const own = await createOwnEnvironment()
  onTestFinished(own.end)
  await site.end()
  site = await startOwnProcess(own.env)
  const { look, container } = await modules()
  const seen = async () => (await look()).propagation
  await expect.poll(seen).toMatchObject({ processes: 1, current: 1 })
  const other = (digest: string, source: string) =>
    container.instances.note('other', JSON.stringify({ digest, source }), 60_000)
  await other('older', 'last-good')
  expect(await seen()).toEqual({ processes: 2, current: 1, onLastGood: 1, onSafeDefaults: 0 })
  await other((await look()).digest, 'edge-config')
  expect(await seen()).toEqual({ processes: 2, current: 2, onLastGood: 0, onSafeDefaults: 0 })
  await container.instances.note('other', 'gone', 1)
  await expect.poll(seen).toMatchObject({ processes: 1 })
  await own.config.write({ ...everythingNew, 'live-updates': { default: false } })
  await expect.poll(seen).toMatchObject({ processes: 1, current: 1 })
})

test.each(['down', 'malformed', 'missing'] as const)(
  'says plainly when the Edge Config is %s, and what holds then',
  async (fault) => {
    const { look } = await modules()
    await look()
    world.config.suffer(fault)
    const console = await look()
    expect(console).toMatchObject({ source: 'last-good', writing: 'possible' })
    expect(console.trouble).toHaveLength(1)
    await site.end()
    site = await startOwnProcess(world.env)
    const begun = await modules()
    expect(await begun.look()).toMatchObject({ source: 'safe-defaults' })
  },
)

test('names the flags that are not obeyed as they are written', async () => {
  await world.config.write({ ...everythingNew, 'cache-path': { default: { path: 'fast' } } })
  const { look } = await modules()
  const { problems, defaultRule } = await look()
  expect(problems.join()).toContain('cache-path: default.path')
  expect(defaultRule).toBe('Legacy')
})

test('only shows without a token, and when the interface that writes does not answer', async () => {
  await site.end()
  const { FLAGS_MANAGEMENT_TOKEN: _token, FLAGS_MANAGEMENT_URL: _url, ...reading } = world.env
  site = await startOwnProcess(reading)
  const without = await modules()
  expect(await without.look()).toMatchObject({ writing: 'read-only', defaultRule: 'Redis' })
  await site.end()
  const nowhere = { FLAGS_MANAGEMENT_URL: 'http://127.0.0.1:9/v1/edge-config/ecfg_own' }
  site = await startOwnProcess({ ...world.env, ...nowhere })
  const unreachable = await modules()
  expect(await unreachable.look()).toMatchObject({ writing: 'unreachable', defaultRule: 'Redis' })
})

test('goes on without figures when Redis does not answer', async () => {
  await site.end()
  const dead = { UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9' }
  site = await startOwnProcess({ ...world.env, ...dead })
  const { look } = await modules()
  expect(await look()).toMatchObject({ since: null, propagation: null, defaultRule: 'Redis' })
})
