import { type APIRequestContext, expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { siteUrls } from '../support/sites'
import { asOwner, runCron } from './support/behind-the-site'
import { apiOf } from './support/people'
import { apiWith, sessionOf } from './support/sessions'
import { test } from './support/test'

const [first = '', second = first] = siteUrls()
const imports = '/api/acme/erp-2026/imports'

interface Listed {
  imports: { importId: string; status: string }[]
}

async function listed(api: APIRequestContext): Promise<string[]> {
  const answer: Listed = await (await api.get(`${imports}?limit=100`)).json()
  return answer.imports.map(({ importId }) => importId)
}

test('what one process has written is read by the other at once', async () => {
  const [writer, reader] = await Promise.all([apiOf('manager', first), apiOf('manager', second)])
  for (let round = 0; round < 10; round++) {
    const before = await listed(reader)
    const file = { name: `at-once-${round}.csv`, sizeBytes: 5, partCount: 1, partSize: 5 }
    const created = await writer.post(imports, { data: file })
    expect(created.status()).toBe(201)
    const { importId, invalidation } = await created.json()
    expect(invalidation).toBeUndefined()
    expect(before).not.toContain(importId)
    expect(await listed(reader)).toContain(importId)
    expect((await writer.delete(`${imports}/${importId}`)).ok()).toBe(true)
    expect(await listed(reader)).not.toContain(importId)
  }
})

/** Somebody of whom no other test knows, as a viewer of the demo's engagement. */
async function addPerson(email: string): Promise<void> {
  await asOwner(sql`
    with person as (
      insert into users (email, name, status, password_hash)
      select ${email}, 'Guest', 'active', password_hash from users
       where email = 'viewer@portolan.test' returning id)
    insert into memberships (client_account_id, engagement_id, user_id, role)
    select e.client_account_id, e.id, person.id, 'viewer' from engagements e, person
     where e.slug = 'erp-2026'`)
}

const enter = async (email: string, baseURL: string) => apiWith(await sessionOf(email), baseURL)

test('what is written in SQL is read by every process once the relay has run', async () => {
  const email = `renamed-${crypto.randomUUID()}@portolan.test`
  await addPerson(email)
  const both = await Promise.all([enter(email, first), enter(email, second)])
  const names = () =>
    Promise.all(both.map(async (api) => (await (await api.get('/api/me')).json()).user.name))
  expect(await names()).toEqual(['Guest', 'Guest'])
  await asOwner(sql`update users set name = 'Renamed Guest' where email = ${email}`)
  await runCron(first)
  expect(await names()).toEqual(['Renamed Guest', 'Renamed Guest'])
})

test('a member who lost the engagement is refused what is warm', async () => {
  const email = `gone-${crypto.randomUUID()}@portolan.test`
  await addPerson(email)
  const both = await Promise.all([enter(email, first), enter(email, second)])
  const addresses = ['/api/acme/erp-2026/assets', imports, '/acme/erp-2026/inventory']
  const statuses = () =>
    Promise.all(both.flatMap((api) => addresses.map(async (to) => (await api.get(to)).status())))
  await statuses()
  expect(new Set(await statuses())).toEqual(new Set([200]))
  await asOwner(sql`
    delete from memberships using users
     where users.id = memberships.user_id and users.email = ${email}`)
  await runCron(second)
  expect(new Set(await statuses())).toEqual(new Set([404]))
})
