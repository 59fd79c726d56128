import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { createDatabase, type Database } from '@/db/client'
import { failure, type Result, success } from '@/lib/base/result'
import { createTestDatabase, type TestDatabase } from '../../support/test-database'

const session = vi.hoisted(() => ({ current: null as unknown }))
const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn() }))
const framework = vi.hoisted(() => ({ refresh: vi.fn() }))
vi.mock('next-auth', () => ({ getServerSession: async () => session.current }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))
vi.mock('next/cache', () => framework)
vi.mock('next/server', () => ({ after: vi.fn(), connection: async () => undefined }))

let database: TestDatabase
let owner: Database
const people = new Map<string, string>()

beforeAll(async () => {
  database = await createTestDatabase()
  for (const [name, value] of Object.entries(database.env)) vi.stubEnv(name, value)
  vi.stubEnv('APP_URL', 'https://portolan.example')
  owner = createDatabase({ url: database.ownerUrl, tls: false })
  const made = await owner.transaction(null, async (tx) => {
    await tx.execute(sql`
      with client as (
        insert into client_accounts (slug, name) values ('acme', 'Acme'), ('globex', 'Globex')
        returning id, slug
      ), engagement as (
        insert into engagements (client_account_id, slug, name)
        select id, 'erp', 'ERP' from client returning id, client_account_id
      ), person as (
        insert into users (name, email, status, is_admin)
        select who, who || '@example.org', case who when 'pending' then 'pending' else 'active' end,
               who = 'admin'
          from unnest(array['viewer', 'analyst', 'foreign', 'admin', 'pending']) who
        returning id, name
      )
      insert into memberships (client_account_id, engagement_id, user_id, role)
      select client.id, engagement.id, person.id,
             case person.name when 'viewer' then 'viewer' else 'analyst' end
        from person
        join client on client.slug = case person.name when 'foreign' then 'globex' else 'acme' end
        join engagement on engagement.client_account_id = client.id
       where person.name not in ('admin', 'pending')`)
    return tx.execute<{ id: string; name: string }>(sql`select id, name from users`)
  })
  for (const { id, name } of made.rows) people.set(name, id)
})

afterAll(async () => {
  const { container } = await import('@/lib/server/container')
  await Promise.all([container().tenant.close(), container().platform.close(), owner.close()])
  await database.drop()
})

beforeEach(() => {
  log.error.mockClear()
  framework.refresh.mockClear()
})

function as(name: string | null, sessionVersion = 1) {
  const sessionId = crypto.randomUUID()
  session.current = name === null ? null : { userId: people.get(name), sessionVersion, sessionId }
}

const change = (statement: ReturnType<typeof sql>) =>
  owner.transaction(null, (tx) => tx.execute(statement))

type Options = Parameters<typeof import('@/lib/server/define-route').defineRoute>[0]
type Handle = Parameters<typeof import('@/lib/server/define-route').defineRoute>[1]

/** Calls a route at an address; the answer as status and body. */
async function call(
  address: string,
  options: Partial<Options> & { handle?: Handle } = {},
  init: RequestInit = {},
) {
  const { defineRoute } = await import('@/lib/server/define-route')
  const { handle = async ({ scope }) => success({ role: scope.role }), ...rest } = options
  const route = defineRoute({ capability: 'engagement.read', ...rest }, handle)
  const [path = ''] = address.split('?')
  const [client, engagement, thing] = path.split('/')
  const params = Promise.resolve({ client, engagement, thing })
  const response = await route(new Request(`http://site/api/${address}`, init), { params })
  return { status: response.status, body: await response.json() }
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})

test('nobody gets one answer, whether the engagement is there or not', async () => {
  as(null)
  const there = await call('acme/erp')
  expect(there).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } })
  expect(await call('acme/nothing')).toEqual(there)
})

test('not a member and not there are one answer', async () => {
  as('foreign')
  const there = await call('acme/erp')
  expect(there).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
  expect(await call('acme/nothing')).toEqual(there)
  expect(await call('nothing/erp')).toEqual(there)
  expect(await call('globex/erp')).toMatchObject({ status: 200 })
})

test('a member without the capability is told so, whatever they ask for', async () => {
  as('viewer')
  const capability = 'import.create'
  const refused = { status: 403, body: { error: { code: 'forbidden' } } }
  expect(await call('acme/erp', { capability })).toMatchObject(refused)
  const params = z.object({ thing: z.uuid() })
  expect(await call('acme/erp/no-id', { capability, params })).toMatchObject(refused)
})

test('an administrator enters every engagement that is there', async () => {
  as('admin')
  expect(await call('acme/erp')).toEqual({ status: 200, body: { role: 'admin' } })
  expect(await call('globex/erp')).toEqual({ status: 200, body: { role: 'admin' } })
  expect(await call('globex/nothing')).toMatchObject({ status: 404 })
})

test('a pending person is told to wait, wherever they ask', async () => {
  as('pending')
  const there = await call('acme/erp')
  expect(there).toMatchObject({ status: 403, body: { error: { code: 'account_pending' } } })
  expect(await call('acme/nothing')).toEqual(there)
})

test('a cookie of another session version, and that of a closed account, are nobody', async () => {
  as('analyst', 2)
  expect(await call('acme/erp')).toMatchObject({ status: 401 })
  as('analyst')
  expect(await call('acme/erp')).toMatchObject({ status: 200 })
  await change(sql`update users set status = 'disabled' where name = 'analyst'`)
  expect(await call('acme/erp')).toMatchObject({ status: 401 })
  await change(sql`update users set status = 'active' where name = 'analyst'`)
})

test('a change of role is obeyed by the next request', async () => {
  as('analyst')
  const capability = 'import.create'
  expect(await call('acme/erp', { capability })).toMatchObject({ status: 200 })
  await change(sql`update memberships set role = 'viewer' where user_id = ${people.get('analyst')}`)
  expect(await call('acme/erp', { capability })).toMatchObject({ status: 403 })
  await change(
    sql`update memberships set role = 'analyst' where user_id = ${people.get('analyst')}`,
  )
})

test('an archived engagement is not there', async () => {
  await change(sql`update engagements set archived_at = now()
    where client_account_id = (select id from client_accounts where slug = 'globex')`)
  as('foreign')
  expect(await call('globex/erp')).toMatchObject({ status: 404 })
  as('admin')
  expect(await call('globex/erp')).toMatchObject({ status: 404 })
  await change(sql`update engagements set archived_at = null`)
})

test('what is asked is checked: an id that is none is not there, the rest is explained', async () => {
  as('analyst')
  const params = z.object({ thing: z.uuid() })
  expect(await call('acme/erp/no-id', { params })).toMatchObject({ status: 404 })
  const query = z.object({ limit: z.coerce.number('Say a number.'), sort: z.string('Say how.') })
  expect(await call('acme/erp/x?limit=many', { query })).toEqual({
    status: 422,
    body: {
      error: {
        code: 'invalid_input',
        message: 'Some of what you entered needs a change.',
        fields: { limit: 'Say a number.', sort: 'Say how.' },
      },
    },
  })
  const body = z.object({ name: z.string() })
  expect(await call('acme/erp', { body }, post({ name: 1 }))).toMatchObject({ status: 422 })
  const handle: Handle = async ({ input }) => success({ got: input.body as unknown })
  const created = await call(
    'acme/erp',
    { body, handle, status: 201 },
    post({ name: 'a', more: 1 }),
  )
  expect(created).toEqual({ status: 201, body: { got: { name: 'a' } } })
})

test('a body is not read beyond its limit', async () => {
  as('analyst')
  const body = z.object({ name: z.string() })
  const answer = await call('acme/erp', { body, bodyLimit: 100 }, post({ name: 'x'.repeat(200) }))
  expect(answer).toMatchObject({ status: 413, body: { error: { code: 'body_too_large' } } })
})

test('a person who writes too often is told to wait, and reads on', async () => {
  await change(sql`delete from rate_limits`)
  as('viewer')
  expect(await call('acme/erp', {}, post({}))).toMatchObject({ status: 200 })
  await change(sql`update rate_limits set free_at = now() + interval '2 minutes'`)
  const refused = await call('acme/erp', {}, post({}))
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'rate_limited' } } })
  expect(refused.body.error.retryAfter).toBeGreaterThan(0)
  expect(await call('acme/erp')).toMatchObject({ status: 200 })
  as('analyst')
  expect(await call('acme/erp', {}, post({})), 'somebody else').toMatchObject({ status: 200 })
  await change(sql`delete from rate_limits`)
})

test('of an address only what fails uses anything up', async () => {
  const { limitFailures } = await import('@/lib/server/limit-rate')
  const attempt = (result: Result<null>) =>
    limitFailures('newPasswordFromAddress', '203.0.113.9', async () => result)
  for (let n = 0; n < 25; n++) expect(await attempt(success(null))).toMatchObject({ ok: true })
  for (let n = 0; n < 20; n++) await attempt(failure('sign_in_failed'))
  expect(await attempt(success(null))).toMatchObject({ code: 'rate_limited' })
})

test('another site writes nothing with a person’s cookie', async () => {
  as('analyst')
  const handle = vi.fn(async () => success({}))
  const foreign = post({}, { origin: 'https://evil.example' })
  expect(await call('acme/erp', { handle }, foreign)).toMatchObject({ status: 403 })
  expect(handle).not.toHaveBeenCalled()
  const own = post({}, { origin: 'https://portolan.example' })
  expect(await call('acme/erp', { handle }, own)).toMatchObject({ status: 200 })
})

test('an expected failure speaks for itself, with its facts', async () => {
  as('analyst')
  const handle = async () => failure('parts_missing', { details: { missing: [2, 5] } })
  expect(await call('acme/erp', { handle })).toMatchObject({
    status: 409,
    body: { error: { code: 'parts_missing', missing: [2, 5] } },
  })
  expect(log.error).not.toHaveBeenCalled()
})

test('an unexpected error is noted once under a reference, and says nothing of its cause', async () => {
  as('analyst')
  const handle: Handle = async () => {
    throw new Error('the secret cell value')
  }
  const { status, body } = await call('acme/erp', { handle })
  expect(status).toBe(500)
  expect(body.error.message).toContain(body.error.reference)
  expect(JSON.stringify(body)).not.toContain('secret cell')
  expect(log.error).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(log.error.mock.calls)).toContain(body.error.reference)
  expect(JSON.stringify(log.error.mock.calls)).not.toContain('secret cell')
})

test('an action checks the person, the engagement, the capability and the form, in this order', async () => {
  const { defineAction } = await import('@/lib/server/define-action')
  const command = vi.fn(async (_scope: unknown, _deps: unknown, input: { name: string }) =>
    success({ name: input.name }),
  )
  const input = z.object({ name: z.string('Say a name.') })
  const action = defineAction({ input, capability: 'import.create' }, command)
  const here = { client: 'acme', engagement: 'erp' }
  const form = new FormData()

  as(null)
  expect(await action(here, null, form)).toMatchObject({ code: 'unauthenticated' })
  as('foreign')
  expect(await action(here, null, form)).toMatchObject({ code: 'not_found' })
  as('viewer')
  expect(await action(here, null, form)).toMatchObject({ code: 'forbidden' })
  as('analyst')
  expect(await action(here, null, form)).toMatchObject({
    code: 'invalid_input',
    fields: { name: 'Say a name.' },
  })
  expect(command).not.toHaveBeenCalled()
  expect(framework.refresh).not.toHaveBeenCalled()

  form.set('name', 'a')
  expect(await action(here, null, form)).toEqual({ ok: true, data: { name: 'a' } })
  expect(await action(here, null, { name: 'b' })).toEqual({ ok: true, data: { name: 'b' } })
  expect(framework.refresh).toHaveBeenCalledTimes(2)
})

test('an action whose address is nonsense is refused like one that is not there', async () => {
  const { defineAction } = await import('@/lib/server/define-action')
  const action = defineAction({ input: z.object({}), capability: 'engagement.read' }, async () =>
    success({}),
  )
  as('analyst')
  const nonsense = { client: { $ne: null } } as never
  expect(await action(nonsense, null, {})).toMatchObject({ code: 'not_found' })
})

test('an action that breaks says so under a reference', async () => {
  const { defineAction } = await import('@/lib/server/define-action')
  const action = defineAction({ input: z.object({}), capability: 'engagement.read' }, async () => {
    throw new Error('the secret cell value')
  })
  as('analyst')
  const result = await action({ client: 'acme', engagement: 'erp' }, null, {})
  expect(result).toMatchObject({ ok: false, code: 'internal' })
  expect(JSON.stringify(result)).not.toContain('secret cell')
  expect(log.error).toHaveBeenCalledTimes(1)
})

test('actions of administrators are not there for others, and know their person', async () => {
  const { defineAdminAction, defineUserAction } = await import('@/lib/server/define-site-action')
  const whoAmI = async ({ name }: { name: string }) => success({ name })
  const admin = defineAdminAction({ input: z.object({}) }, whoAmI)
  const user = defineUserAction({ input: z.object({}) }, whoAmI)
  as('analyst')
  expect(await admin(null, {})).toMatchObject({ code: 'not_found' })
  expect(await user(null, {})).toEqual({ ok: true, data: { name: 'analyst' } })
  as('pending')
  expect(await admin(null, {})).toMatchObject({ code: 'account_pending' })
  expect(await user(null, {})).toEqual({ ok: true, data: { name: 'pending' } })
  as('admin')
  expect(await admin(null, {})).toEqual({ ok: true, data: { name: 'admin' } })
  as(null)
  expect(await user(null, {})).toMatchObject({ code: 'unauthenticated' })
})
