import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
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

test('with everything there the site is ready', async () => {
  const { checkReadiness } = await serverWith()
  expect(await checkReadiness()).toEqual({
    status: 'ok',
    checks: { database: 'ok', redis: 'ok', flags: 'ok' },
  })
})

test('each part that is missing is named, and only it', async () => {
  const nowhere = 'http://127.0.0.1:9'
  const withoutRedis = await serverWith({ UPSTASH_REDIS_REST_URL: nowhere })
  expect(await withoutRedis.checkReadiness()).toEqual({
    status: 'failing',
    checks: { database: 'ok', redis: 'failing', flags: 'ok' },
  })
  const withoutFlags = await serverWith({ EDGE_CONFIG: `${nowhere}/ecfg_none?token=none` })
  expect(await withoutFlags.checkReadiness()).toMatchObject({ checks: { flags: 'failing' } })
  const wrongLogin = new URL(database.platformUrl)
  wrongLogin.password = 'wrong'
  const locked = await serverWith({ PLATFORM_DATABASE_URL: wrongLogin.href })
  expect(await locked.checkReadiness()).toMatchObject({
    checks: { database: 'failing', redis: 'ok', flags: 'ok' },
  })
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
