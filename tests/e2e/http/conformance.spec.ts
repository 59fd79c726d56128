import { type APIRequestContext, expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { siteUrls } from '../../support/sites'
import { asOwner, runCron } from '../support/behind-the-site'
import { apiOf, type Person } from '../support/people'
import { test } from '../support/test'
import { makeThings, type Things } from '../support/things'
import { askAgain, askForTag, payload } from './asking'

/** What HTTP asks of conditional requests (RFC 9110, section 13), tried on every kind of route. */

const [first = '', second = first] = siteUrls()
/** Nobody else's tests write here. */
const place = '/acme/quiet'
const missing = crypto.randomUUID()

let things: Things
let apis: Record<
  'analyst' | 'viewer' | 'admin' | 'nobody' | 'stranger' | 'elsewhere',
  APIRequestContext
>

test.beforeAll(async () => {
  await asOwner(sql`
    with place as (
      insert into engagements (client_account_id, slug, name)
      select id, 'quiet', 'Quiet' from client_accounts where slug = 'acme'
      on conflict do nothing returning id, client_account_id)
    insert into memberships (client_account_id, engagement_id, user_id, role)
    select place.client_account_id, place.id, users.id, m.role
      from place, memberships m join users on users.id = m.user_id
      join engagements e on e.id = m.engagement_id and e.slug = 'dc-exit'`)
  await runCron(first)
  const enter = (person: Person | null, url = first) => apiOf(person, url)
  apis = {
    analyst: await enter('analyst'),
    viewer: await enter('viewer'),
    admin: await enter('admin'),
    nobody: await enter(null),
    stranger: await enter('foreignAnalyst'),
    elsewhere: await enter('analyst', second),
  }
  things = await makeThings(apis.analyst, `/api${place}`)
  // Its flow goes on for a moment after its mapping is there.
  const flow = async () => (await apis.analyst.get(`/api${place}/flows/${things.flowId}`)).json()
  await expect.poll(async () => (await flow()).status).toBe('waiting_for_approval')
})

test.afterAll(() => Promise.all(Object.values(apis).map((api) => api.dispose())))

const routes = [
  ['a document of a list', () => `${place}/imports`, {}],
  ['a payload of a list', () => `${place}/imports`, payload],
  ['a document of a thing', () => `${place}/flows/${things.flowId}/mapping`, {}],
  ['a payload of a thing', () => `${place}/flows/${things.flowId}/mapping`, payload],
  ['a list as JSON', () => `/api${place}/imports`, {}],
  ['a thing as JSON', () => `/api${place}/imports/${things.importId}`, {}],
] as const

/** The framework leads a request for a payload to the address that names what it was asked with. */
async function formOf(address: string, headers: Record<string, string>): Promise<string> {
  const answer = await apis.analyst.get(address, { headers })
  return answer.status() === 307 ? (answer.headers().location ?? address) : address
}

for (const [kind, addressOf, headers] of routes) {
  test(`${kind}: 304 for the copy that is present, however it is named`, async () => {
    const address = await formOf(addressOf(), headers)
    const { answer, etag } = await askForTag(apis.analyst, address, headers)
    expect(answer.status()).toBe(200)
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    const opaque = etag.slice(2)
    for (const condition of [etag, opaque, `"x", ${etag}`, `W/"x",${opaque} ,, "y"`, '*']) {
      const again = await askAgain(apis.analyst, address, condition, headers)
      expect(again.status(), condition).toBe(304)
      expect(await again.body()).toHaveLength(0)
      const told = again.headers()
      for (const name of ['etag', 'cache-control']) {
        expect(told[name], name).toBe(answer.headers()[name])
      }
      const varies = told.vary?.split(', ') ?? []
      expect(varies).toEqual(expect.arrayContaining(answer.headers().vary?.split(', ') ?? ['?']))
      expect(told['cache-control']).toBe('private, no-cache')
      expect(told['cache-status']).toBe('Portolan; hit; detail=validator')
      expect(told.date).toBeTruthy()
      expect(told['x-request-id']).toBeTruthy()
      for (const name of ['set-cookie', 'content-type']) expect(told[name], name).toBeUndefined()
      // The kept document's own stays in force, with its nonce.
      if (!kind.includes('JSON')) expect(told['content-security-policy']).toBeUndefined()
    }
  })

  test(`${kind}: the whole answer for any other`, async () => {
    const address = await formOf(addressOf(), headers)
    const { etag } = await askForTag(apis.analyst, address, headers)
    const never = new Date(0).toUTCString()
    const later = new Date(Date.now() + 86_400_000).toUTCString()
    const another = `W/"${etag[3] === 'x' ? 'y' : 'x'}${etag.slice(4)}`
    for (const condition of ['"x"', another, 'x', `x, ${etag}`, '']) {
      const whole = await askAgain(apis.analyst, address, condition, headers)
      expect(whole.status(), condition).toBe(200)
      expect((await whole.body()).length).toBeGreaterThan(0)
    }
    const ask = (more: Record<string, string>) =>
      apis.analyst.get(address, { headers: { ...headers, ...more } })
    // Nothing has a date; where both are sent, the entity tag counts.
    expect((await ask({ 'if-modified-since': later })).status()).toBe(200)
    const both = { 'if-none-match': '"x"', 'if-modified-since': later }
    expect((await ask(both)).status()).toBe(200)
    // Who has which name is everybody's fact, and others may be named between two requests.
    await expect(async () => {
      const { etag: present } = await askForTag(apis.analyst, address, headers)
      const kept = await ask({ 'if-none-match': present, 'if-modified-since': never })
      expect(kept.status()).toBe(304)
    }).toPass()
  })

  test(`${kind}: HEAD is told the same`, async () => {
    const address = await formOf(addressOf(), headers)
    const { answer, etag } = await askForTag(apis.analyst, address, headers)
    const whole = await apis.analyst.head(address, { headers })
    expect([whole.status(), whole.headers().etag]).toEqual([200, etag])
    expect(whole.headers()['cache-control']).toBe(answer.headers()['cache-control'])
    const again = await apis.analyst.head(address, {
      headers: { ...headers, 'if-none-match': etag },
    })
    expect(again.status()).toBe(304)
  })

  test(`${kind}: nobody is told anything before they are let in`, async () => {
    const address = await formOf(addressOf(), headers)
    const { etag } = await askForTag(apis.analyst, address, headers)
    for (const condition of [etag, '*']) {
      const outside = await askAgain(apis.nobody, address, condition, headers)
      expect([307, 401]).toContain(outside.status())
      const foreign = await askAgain(apis.stranger, address, condition, headers)
      // The router is told in the payload that a page is not there.
      expect(foreign.status()).not.toBe(304)
      for (const answer of [outside, foreign]) {
        expect(answer.headers().etag).toBeUndefined()
        expect(answer.headers()['cache-control']).toBe('private, no-store')
      }
    }
  })

  test(`${kind}: different people never share a validator`, async () => {
    const address = await formOf(addressOf(), headers)
    const tags = await Promise.all(
      [apis.analyst, apis.viewer, apis.admin].map(
        async (api) => (await askForTag(api, address, headers)).etag,
      ),
    )
    expect(new Set(tags).size).toBe(3)
    expect((await askAgain(apis.viewer, address, tags[0] ?? '', headers)).status()).toBe(200)
  })

  test(`${kind}: both processes agree`, async () => {
    const address = await formOf(addressOf(), headers)
    const { etag } = await askForTag(apis.analyst, address, headers)
    // The other process is asked for it for the first time.
    expect((await askAgain(apis.elsewhere, address, etag, headers)).status()).toBe(304)
    expect((await askForTag(apis.elsewhere, address, headers)).etag).toBe(etag)
  })
}

test('a changed fact makes another validator on both processes at once', async () => {
  const own = await makeThings(apis.analyst, `/api${place}`)
  const addresses = [
    `${place}/imports`,
    `/api${place}/imports`,
    `/api${place}/imports/${own.importId}`,
  ]
  const both = [apis.analyst, apis.elsewhere]
  const before = await Promise.all(
    addresses.map(async (address) => (await askForTag(apis.analyst, address)).etag),
  )
  const manager = await apiOf('manager', second)
  expect((await manager.delete(`/api${place}/imports/${own.importId}`)).status()).toBe(200)
  await manager.dispose()
  for (const api of both) {
    for (const [index, address] of addresses.entries()) {
      const answer = await askAgain(api, address, before[index] ?? '')
      expect(answer.status(), address).not.toBe(304)
      expect(answer.headers().etag).not.toBe(before[index])
    }
  }
})

test('what is not there is never a 304 and has no validator', async () => {
  for (const address of [
    `${place}/inventory/${missing}`,
    `${place}/flows/${missing}/mapping`,
    `/api${place}/assets/${missing}`,
    `/api${place}/imports/${missing}`,
    `/api${place}/flows/${missing}/history`,
    `${place}/nowhere`,
    `/api${place}/nowhere`,
    '/acme/nowhere/imports',
  ]) {
    for (let round = 0; round < 2; round++) {
      const answer = await askAgain(apis.analyst, address, '*')
      expect(answer.status(), address).toBe(404)
      expect(answer.headers().etag, address).toBeUndefined()
      expect(answer.headers()['cache-control'], address).toBe('private, no-store')
    }
  }
})

test('what refuses says nothing of a validator', async () => {
  const wrong = `/api${place}/assets?limit=wrong`
  for (const condition of ['*', '"x"']) {
    const answer = await askAgain(apis.analyst, wrong, condition)
    expect(answer.status()).toBe(422)
    expect(answer.headers().etag).toBeUndefined()
    expect(answer.headers()['cache-control']).toBe('private, no-store')
  }
  const forbidden = await askAgain(apis.viewer, `${place}/imports/new`, '*')
  expect([forbidden.status(), forbidden.headers().etag]).toEqual([403, undefined])
})

test('what shows signs of life, writes or is a stream has no validator', async () => {
  for (const address of [
    `${place}/flows/${things.flowId}`,
    `/api${place}/flows/${things.flowId}`,
    `/api${place}/assets/export`,
    '/start',
  ]) {
    const answer = await askAgain(apis.analyst, address, '*')
    expect(answer.status(), address).not.toBe(304)
    expect(answer.headers().etag).toBeUndefined()
    expect(answer.headers()['cache-control'], address).toBe('private, no-store')
  }
})

test('a handler says what its reads cost', async () => {
  const address = `/api${place}/assets`
  let told: Record<string, string> = {}
  // On a busy machine Redis may be too late for a request, which then goes on without it.
  await expect(async () => {
    told = (await apis.analyst.get(address)).headers()
    expect(told['cache-status']).toMatch(/^Portolan; hit; ttl=\d+; detail=redis$/)
  }).toPass()
  expect(told['x-cache-misses']).toBe('0')
  expect(Number(told['x-cache-hits'])).toBeGreaterThanOrEqual(2)
  expect(told['server-timing']).toMatch(/^cache;dur=[\d.]+;desc="\d+ reads", db;dur=0\.0/)
})

test('public pages are for everybody to keep', async () => {
  for (const address of ['/', '/status']) {
    const { headers } = { headers: (await apis.nobody.get(address)).headers() }
    expect(headers['cache-control'], address).toMatch(
      /^public, s-maxage=\d+, stale-while-revalidate/,
    )
    expect(headers.etag).toBeUndefined()
  }
})

test('an address says which methods it takes', async () => {
  for (const address of [`/api${place}/assets`, `${place}/imports`]) {
    const answer = await apis.analyst.fetch(address, { method: 'DELETE' })
    expect(answer.status()).toBe(405)
    expect(answer.headers().allow).toMatch(/^GET, HEAD/)
  }
})
