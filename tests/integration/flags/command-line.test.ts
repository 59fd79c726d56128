import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '@/db/client'
import { users } from '@/db/schema'
import { createFlagManagement } from '@/lib/flags/management'
import { fillEveryTable } from '../db/every-table'
import { createOwnEnvironment, everythingNew } from './own-site'

const run = promisify(execFile)
const admin = 'person@portolan.test'

let world: Awaited<ReturnType<typeof createOwnEnvironment>>
let owner: Database
let acme: string

beforeAll(async () => {
  world = await createOwnEnvironment()
  owner = createDatabase({ url: world.ownerUrl, tls: false })
  const tenants = await owner.transaction(null, fillEveryTable)
  acme = tenants.acme.clientAccountId
  await administrates(true)
})
afterAll(async () => {
  await owner.close()
  await world.end()
})

const administrates = (isAdmin: boolean) =>
  owner.transaction(null, async (tx) => {
    await tx.update(users).set({ isAdmin }).where(eq(users.email, admin))
  })

/** Runs the command as a person does, and gives what it said and its exit status. */
async function flags(...args: string[]) {
  const script = ['--import', 'tsx', 'scripts/flags.ts', ...args]
  const env = { ...process.env, ...world.env }
  const ended = run(process.execPath, script, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  const { code, stdout, stderr } = await ended
  return { code, stdout, stderr }
}

const stored = () => {
  const { FLAGS_MANAGEMENT_URL: url, FLAGS_MANAGEMENT_TOKEN: token } = world.env
  return createFlagManagement({ url, token }).read()
}

test('what is set holds, is written down, and is said in words', async () => {
  const why = ['--as', admin.toUpperCase(), '--reason', 'as a trial']
  const set = await flags('set', `cache-path.clients.${acme}`, '{"path":"legacy"}', ...why)
  expect(set).toMatchObject({ code: 0, stderr: '' })
  expect(await stored()).toMatchObject({
    'cache-path': { clients: { [acme]: { path: 'legacy' } } },
    'cache-enabled': everythingNew['cache-enabled'],
  })
  expect(set.stdout).toMatch(/^acme +Legacy$/m)
  const history = await flags('history')
  expect(history.stdout).toContain('Person: as a trial')
  expect(history.stdout).toContain('acme: not said → Legacy')
  expect(JSON.parse((await flags('get', '--json')).stdout)).toEqual(await stored())
}, 60_000)

test('what would not be obeyed is not written, nor by somebody who is no administrator', async () => {
  const before = await stored()
  const why = ['--as', admin, '--reason', 'as a trial']
  const junk = await flags('set', 'cache-path.default', '"redis"', ...why)
  expect(junk).toMatchObject({ code: 1, stdout: '' })
  expect(junk.stderr).toContain('cache-path')
  await administrates(false)
  const stranger = await flags('set', 'cache-enabled', 'false', ...why)
  expect(stranger).toMatchObject({ code: 1, stderr: expect.stringContaining('no administrator') })
  await administrates(true)
  expect(await stored()).toEqual(before)
}, 60_000)
