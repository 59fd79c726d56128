import { expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import type { StreamMessage } from '@/scripts/bench/live/stream-client'
import { findFreePort } from '../../local/ports.mjs'
import { spawnSite, waitUntilReady } from '../../local/site.mjs'
import { isAbout, isHello, listenAt } from '../support/live/heard'
import { siteUrls } from '../support/sites'
import { asOwner, runCron, siteEnvironment } from './support/behind-the-site'
import { apiOf, people } from './support/people'
import { sessionOf } from './support/sessions'
import { test } from './support/test'

/** The way of a change to whoever listens, over two processes; without a browser. */
const [first = '', second = first] = siteUrls()
const workplace = '/acme/erp-2026'

const cookieOf = async (email: string) => {
  const { name, value } = await sessionOf(email)
  return `${name}=${value}`
}

/**
 * Begins an import, which its engagement's lists show.
 * @returns what tells of it, and of none that others begin meanwhile
 */
async function write(site: string) {
  const api = await apiOf('analyst', site)
  const answer = await api.post(`/api${workplace}/imports`, {
    data: { name: `live-${crypto.randomUUID()}.csv`, sizeBytes: 10, partCount: 1, partSize: 10 },
  })
  expect(answer.status(), await answer.text()).toBeLessThan(300)
  const { importId } = await answer.json()
  await api.dispose()
  return isAbout('import', importId)
}

test('a change is heard on both processes as it was made, and nowhere else', async () => {
  const cookie = await cookieOf(people.analyst)
  const here = await listenAt(first, workplace, cookie, {
    headers: { 'accept-encoding': 'gzip, br' },
  })
  const there = await listenAt(second, `/acme/dc-exit${workplace}`, cookie)
  const neighbour = await listenAt(second, '/acme/dc-exit', cookie)
  const foreign = await listenAt(second, '/globex/pilot', await cookieOf(people.foreignAnalyst))
  const plain = await listenAt(first, '', cookie)
  const all = [here, there, neighbour, foreign, plain]
  for (const listener of all) {
    expect(listener.status).toBe(200)
    const hello = await listener.until(isHello)
    expect(hello).toMatchObject({
      id: expect.stringContaining('global='),
      data: { beatSeconds: 15 },
    })
  }
  expect(here.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': expect.stringContaining('no-transform'),
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  expect(here.headers).not.toHaveProperty('content-encoding')
  const isIt = await write(first)
  const [one, other] = await Promise.all([here.until(isIt), there.until(isIt)])
  // Others' changes may come in the same message on one process and before it on the other.
  const nameIn = ({ data: { changes = [] }, ...message }: StreamMessage) =>
    changes.find((change) => isIt({ ...message, data: { changes: [change] } }))?.name
  expect(nameIn(one)).toBe(nameIn(other))
  expect(one.id).toContain(one.data.changes?.at(-1)?.name)
  for (const deaf of [neighbour, foreign, plain]) {
    expect(deaf.heard.filter(isIt)).toEqual([])
  }
  for (const listener of all) listener.close()
})

test('whoever comes again goes on where it stopped, at another process too', async () => {
  const cookie = await cookieOf(people.analyst)
  const before = await listenAt(first, workplace, cookie)
  await before.until(isHello)
  before.close()
  const isIt = await write(first)
  const resumed = await listenAt(second, workplace, cookie, {
    headers: { 'last-event-id': before.last() },
  })
  const byAddress = await listenAt(second, workplace, cookie, { query: `?after=${before.last()}` })
  const byTime = await listenAt(second, workplace, cookie, { query: '?ago=60000' })
  for (const listener of [resumed, byAddress, byTime]) {
    await listener.until(isIt)
    expect(listener.heard[0]).toMatchObject({ event: 'hello', data: { resumed: true } })
  }
  const lost = await listenAt(second, workplace, cookie, { query: '?after=global=1-1:gone' })
  await lost.until(({ event }) => event === 'resync')
  for (const listener of [resumed, byAddress, byTime, lost]) listener.close()
})

test('one answer says the same to those whom no stream reaches', async () => {
  const api = await apiOf('analyst', first)
  const ask = async (query = '') => {
    const headers = { accept: 'application/json' }
    const answer = await api.get(`/api/live${workplace}${query}`, { headers })
    expect(answer.status()).toBe(200)
    expect(answer.headers()['cache-control']).toContain('no-store')
    return answer.json()
  }
  const now = await ask()
  expect(now).toEqual({ id: expect.stringContaining('client.'), changes: [], resync: false })
  await write(second)
  const { id, changes } = await ask(`?after=${now.id}`)
  expect(
    changes.some(({ tags }: { tags: string[] }) => tags.some((tag) => tag.includes(':import:'))),
  ).toBe(true)
  expect((await ask(`?after=${id}`)).resync).toBe(false)
  const [everybodys] = now.id.split(',')
  expect((await ask(`?after=${everybodys}`)).resync, 'not all streams are named').toBe(true)
  expect(await ask('?after=nonsense')).toMatchObject({ changes: [], resync: true })
  await api.dispose()
})

test('the door is the same as everywhere', async () => {
  const statusOf = async (places: string, cookie = '') => {
    const { status, close } = await listenAt(first, places, cookie)
    close()
    return status
  }
  const analyst = await cookieOf(people.analyst)
  expect(await statusOf(workplace)).toBe(401)
  for (const places of [
    '/globex/pilot',
    `${workplace}/globex/pilot`,
    '/no/such',
    '/acme',
    '/acme/erp-2026/acme',
  ]) {
    expect(await statusOf(places, analyst), places).toBe(404)
  }
  expect(await statusOf(workplace.repeat(7), analyst), 'more places than one may hear').toBe(404)
  expect(await statusOf('/globex/pilot', await cookieOf(people.admin))).toBe(200)
  const api = await apiOf('analyst', first)
  expect((await api.post(`/api/live${workplace}`, { data: {} })).status()).toBe(405)
  expect((await api.head(`/api/live${workplace}`)).status()).toBe(200)
  await api.dispose()
})

test('whoever loses a place hears nothing more of it, and of themselves still', async () => {
  const email = `leaver-${crypto.randomUUID()}@portolan.test`
  await asOwner(sql`
    with person as (
      insert into users (email, name, status, password_hash)
      select ${email}, 'Leaver', 'active', password_hash from users
       where email = ${people.viewer} returning id)
    insert into memberships (client_account_id, engagement_id, user_id, role)
    select e.client_account_id, e.id, person.id, 'viewer' from engagements e, person
     where e.slug = 'erp-2026'`)
  const cookie = await cookieOf(email)
  const listeners = [
    await listenAt(first, workplace, cookie),
    await listenAt(second, workplace, cookie),
    await listenAt(second, '', cookie),
  ]
  await Promise.all(listeners.map((listener) => listener.until(isHello)))
  await asOwner(sql`
    delete from memberships using users where users.id = user_id and email = ${email}`)
  await runCron(first)
  const [one, other, own] = listeners
  for (const listener of [one, other]) {
    await listener?.ended
    expect(listener?.heard.at(-1)).toMatchObject({ event: 'over', data: { why: 'revoked' } })
  }
  await own?.until(isAbout('membership'))
  own?.close()
})

test('one person has so many connections to a process and no more; who leaves makes room', async () => {
  const cookie = await cookieOf(people.manager)
  const open = () => listenAt(second, '', cookie)
  const most = await Promise.all(Array.from({ length: 13 }, open))
  const refused = most.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
  for (const { close } of most) close()
  await expect
    .poll(async () => {
      const { status, close } = await open()
      close()
      return status
    })
    .toBe(200)
})

test('a process that ends says so to its listeners and does not wait for them', async () => {
  const port = await findFreePort()
  const given = Object.entries(siteEnvironment()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const site = spawnSite({
    mode: 'start',
    port,
    env: Object.fromEntries(given),
    output: () => undefined,
  })
  try {
    expect(await waitUntilReady(site, port)).toBe(true)
    const listener = await listenAt(site.url, workplace, await cookieOf(people.analyst))
    await listener.until(isHello)
    const stopped = site.stop()
    expect((await listener.until(({ event }) => event === 'over')).data).toEqual({ why: 'restart' })
    await listener.ended
    await stopped
    expect(await site.ended, 'by itself, not by force').toBe(143)
  } finally {
    await site.stop()
  }
})
