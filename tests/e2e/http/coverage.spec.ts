import { type APIRequestContext, expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { can, type Role } from '@/lib/base/roles'
import { namespaceOf, type Tag } from '@/lib/base/tag'
import { type Askers, answersTag } from '@/lib/http/route-policy'
import { type TaggedRead, uncoveredReads } from '@/lib/http/uncovered-reads'
import { asOwner } from '../support/behind-the-site'
import { people } from '../support/people'
import { apiWith, sessionOf } from '../support/sessions'
import { test } from '../support/test'
import { makeThings, type Things } from '../support/things'
import { askForTag } from './asking'
import { type PrintedRoute, readRoutes } from './table-of-routes'

/**
 * Every route that has a validator, as every role: each fact that its answer was made of is named in
 * the table of routes. One that is not would be a 304 for ever.
 */

const place = '/acme/dc-exit'
const newcomer = `newcomer-${crypto.randomUUID()}@portolan.test`

interface Visitor {
  name: string
  role: Role | null
  api: APIRequestContext
  asker: Askers['member']
}

let visitors: Visitor[]
let things: Things & { userId: string }

const named = (name: string) => {
  const visitor = visitors.find((one) => one.name === name)
  if (!visitor) throw new Error(`Nobody is ${name}`)
  return visitor
}

async function addNewcomer(): Promise<void> {
  await asOwner(sql`
    with person as (
      insert into users (email, name, status, password_hash)
      select ${newcomer}, 'Newcomer', 'pending', password_hash from users
       where email = 'viewer@portolan.test' returning id)
    insert into access_requests (user_id) select id from person`)
}

async function visitorOf(email: string, role: Role | null, baseURL?: string): Promise<Visitor> {
  const [row] = await asOwner(sql`
    select u.id, u.is_admin, e.id as engagement, e.client_account_id as client
      from users u, engagements e where u.email = ${email} and e.slug = 'dc-exit'`)
  const asker = {
    userId: String(row?.id),
    isAdmin: row?.is_admin === true,
    clientId: String(row?.client),
    engagementId: String(row?.engagement),
  }
  const api = await apiWith(await sessionOf(email), baseURL)
  return { name: role ?? 'newcomer', role, api, asker }
}

test.beforeAll(async ({ baseURL }) => {
  await addNewcomer()
  visitors = await Promise.all([
    visitorOf(people.viewer, 'viewer', baseURL),
    visitorOf(people.analyst, 'analyst', baseURL),
    visitorOf(people.manager, 'manager', baseURL),
    visitorOf(people.admin, 'admin', baseURL),
    visitorOf(newcomer, null, baseURL),
  ])
  const made = await makeThings(named('analyst').api, `/api${place}`)
  things = { ...made, userId: named('viewer').asker.userId }
})

test.afterAll(async () => {
  await named('manager').api.delete(`/api${place}/imports/${things.importId}`)
  await Promise.all(visitors.map(({ api }) => api.dispose()))
})

/** Queries that make a page read what it otherwise would not. */
const queries: Readonly<Record<string, () => string>> = {
  '/:client/:engagement/imports/new': () => `?resume=${things.importId}`,
}

function isLetIn({ asker, capability }: PrintedRoute, { role }: Visitor): boolean {
  if (asker === 'pending') return role === null
  if (role === null) return false
  return asker === 'admin' ? role === 'admin' : can(role, capability)
}

/** What the answer of an address was made of; asked of the process that made it. */
async function factsOf({ api }: Visitor, address: string): Promise<TaggedRead[]> {
  // The second answer of a route has a validator at the latest.
  const { answer } = await askForTag(api, address)
  expect(answer.status(), address).toBe(200)
  const trace = await named('admin').api.get(
    `/api/requests/${answer.headers()['x-request-id']}/reads`,
  )
  expect(trace.status()).toBe(200)
  return (await trace.json()).reads
}

/** Whether the loss of a tag would be noticed by these answers. */
function isMissed(tag: Tag, tags: readonly Tag[], facts: readonly TaggedRead[]): boolean {
  const rest = tags.filter((one) => one !== tag)
  return uncoveredReads(rest, facts).length > 0
}

/** One that changes with another that is named as well: a row beside the list that it stands in. */
function isSpare(tag: Tag, tags: readonly Tag[]): boolean {
  const rest = tags.filter((one) => one !== tag)
  return uncoveredReads(rest, [{ read: 'any', tags: [tag] }]).length === 0
}

async function compare({ pattern, address, tags: named }: PrintedRoute, visitor: Visitor) {
  const tags = named[visitor.name] ?? []
  const facts = await factsOf(visitor, address + (queries[pattern]?.() ?? ''))
  const own = new Set(tags.map((tag) => answersTag(namespaceOf(tag))))
  return {
    who: `${pattern} for ${visitor.name}`,
    reads: facts.length > 0,
    missing: uncoveredReads(tags, facts),
    // Taken out of the table, each of the others is missed here.
    idle: tags.filter((tag) => !own.has(tag) && !isSpare(tag, tags) && !isMissed(tag, tags, facts)),
  }
}

test('every fact of every answer to every role is in the table, and no other', async () => {
  const askers = Object.fromEntries(visitors.map(({ name, asker }) => [name, asker]))
  const [client = '', engagement = ''] = place.split('/').slice(1)
  const table = readRoutes({ values: { ...things, client, engagement }, askers })
  expect(table.length).toBeGreaterThan(15)
  for (const route of table) {
    const guests = visitors.filter((visitor) => isLetIn(route, visitor))
    expect(guests.length, route.pattern).toBeGreaterThan(0)
    for (const visitor of guests) {
      const found = await compare(route, visitor)
      expect.soft(found).toEqual({ who: found.who, reads: true, missing: [], idle: [] })
    }
  }
})
