import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createDatabase } from '@/db/client'
import { defineRead } from '@/lib/cache/read-policy'
import { createTestDatabase, type TestDatabase } from '../../support/test-database'

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn() }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The server's modules anew, on an environment of their own. */
async function serverWith(changes: Record<string, string> = {}) {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, Symbol.for('portolan.container'))
  const values = { ...database.env, APP_URL: 'https://portolan.example', ...changes }
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
  const { checkReadiness } = await import('@/lib/server/readiness')
  const { container } = await import('@/lib/server/container')
  const { read } = await import('@/lib/server/read')
  closing.push(container())
  return { checkReadiness, read }
}

const closing: { tenant: { close(): Promise<void> }; platform: { close(): Promise<void> } }[] = []
afterEach(async () => {
  await Promise.all(
    closing.splice(0).flatMap((made) => [made.tenant.close(), made.platform.close()]),
  )
  vi.unstubAllEnvs()
  log.error.mockClear()
})

type Checks = Awaited<
  ReturnType<Awaited<ReturnType<typeof serverWith>>['checkReadiness']>
>['checks']

function verdicts(checks: Checks) {
  return Object.fromEntries(Object.entries(checks).map(([part, { status }]) => [part, status]))
}

const everythingOk = { database: 'ok', redis: 'ok', flags: 'ok', relay: 'ok' }

test('with everything there the site is ready', async () => {
  const { checkReadiness } = await serverWith()
  const { status, checks } = await checkReadiness()
  expect([status, verdicts(checks)]).toEqual(['ok', everythingOk])
  expect(checks.relay.facts).toEqual({ untold: 0, waitingSeconds: 0 })
})

test('many who ask at once ask the parts once', async () => {
  const { checkReadiness } = await serverWith()
  const [one, other] = await Promise.all([checkReadiness(), checkReadiness()])
  expect(other).toBe(one)
  expect(await checkReadiness()).not.toBe(one)
})

test('each part that is missing is named, and only it', async () => {
  const nowhere = 'http://127.0.0.1:9'
  const withoutRedis = await serverWith({ UPSTASH_REDIS_REST_URL: nowhere })
  const { status, checks } = await withoutRedis.checkReadiness()
  expect([status, verdicts(checks)]).toEqual(['failing', { ...everythingOk, redis: 'failing' }])
  const withoutFlags = await serverWith({ EDGE_CONFIG: `${nowhere}/ecfg_none?token=none` })
  expect(await withoutFlags.checkReadiness()).toMatchObject({
    checks: { flags: { status: 'failing' } },
  })
  const wrongLogin = new URL(database.platformUrl)
  wrongLogin.password = 'wrong'
  const locked = await serverWith({ PLATFORM_DATABASE_URL: wrongLogin.href })
  expect(await locked.checkReadiness()).toMatchObject({
    checks: { database: { status: 'failing' }, redis: { status: 'ok' }, flags: { status: 'ok' } },
  })
})

test('changes that nobody tells the caches of for long are a failing relay', async () => {
  const { checkReadiness } = await serverWith()
  const { container } = await import('@/lib/server/container')
  const owner = createDatabase({ url: database.ownerUrl, tls: false })
  await owner.transaction(null, (tx) =>
    tx.execute(sql`
      insert into cache_outbox (namespace, tags, created_at)
      values ('global', array['global:user:list'], now() - interval '10 minutes')`),
  )
  await owner.close()
  const young = await checkReadiness()
  expect(young.checks.relay, 'left behind before this process began').toMatchObject({
    status: 'ok',
    facts: { untold: 1 },
  })
  container().startedAt = new Date(Date.now() - 600_000)
  const { status, checks } = await checkReadiness()
  expect([status, verdicts(checks)]).toEqual(['failing', { ...everythingOk, relay: 'failing' }])
  expect(checks.relay.reason).toBe('RelayLate')
})

test('that the process lives is said without asking anybody', async () => {
  await serverWith()
  const { GET } = await import('@/app/api/health/live/route')
  const asked = vi.spyOn(globalThis, 'fetch')
  const request = new Request('https://portolan.example/api/health/live')
  const answer = await GET(request, { params: Promise.resolve({}) })
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
})

test('a read that breaks is noted once and carries its reference, not its cause', async () => {
  const { read } = await serverWith()
  const broken = defineRead({
    name: 'test.broken',
    load: async (): Promise<never> => {
      throw new Error('the secret cell value')
    },
  })
  const error = await read(broken, 'key', null).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'NotedError', digest: expect.stringMatching(/^[\da-f]{8}$/) })
  expect(String(error)).not.toContain('secret cell')
  const { reportUnexpected } = await import('@/lib/server/report-unexpected')
  expect(reportUnexpected('a page', error).details).toEqual({
    reference: (error as { digest: string }).digest,
  })
  expect(log.error).toHaveBeenCalledTimes(1)
})
