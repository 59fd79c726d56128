import { type APIRequestContext, expect } from '@playwright/test'
import { routeMethods } from '@/lib/http/route-methods'
import { apiOf, type Person, people } from './support/people'
import { leastPageRoles, leastRoles, pagesBelow, siteWide } from './support/site-map'
import { test } from './support/test'
import { makeThings, type Things } from './support/things'

/**
 * Every address of an engagement, tried by everybody, for a thing that is there and for one that
 * is not. The addresses come from the files; one that the site map does not know fails.
 */

const place = '/acme/dc-exit'
/** Another engagement of the same people. */
const nearby = '/acme/erp-2026'
/** The only engagement of the other client's analyst. */
const foreign = '/globex/pilot'
const nowhere = '/acme/nowhere'

const missing = crypto.randomUUID()
let things: Things
let apis: Record<Person | 'nobody', APIRequestContext>

test.beforeAll(async ({ baseURL }) => {
  const enter = (person: Person | null) => apiOf(person, baseURL)
  apis = {
    nobody: await enter(null),
    admin: await enter('admin'),
    manager: await enter('manager'),
    analyst: await enter('analyst'),
    viewer: await enter('viewer'),
    foreignAnalyst: await enter('foreignAnalyst'),
  }
  things = await makeThings(apis.analyst, `/api${place}`)
})

test.afterAll(async () => {
  // What was made stays out of the other tests' way.
  await apis.manager.delete(`/api${place}/imports/${things.importId}`)
  await Promise.all(Object.values(apis).map((api) => api.dispose()))
})

/** An address with the ids of things that are there, or with ids of nothing. */
function fill(path: string, kind: 'there' | 'missing'): string {
  return path.replaceAll(/:(\w+)/g, (_, name: keyof Things | 'part') => {
    if (name === 'part') return '0'
    if (!(name in things)) throw new Error(`No thing is made for :${name}`)
    return kind === 'there' ? things[name] : missing
  })
}

interface Answer {
  status: number
  body: string
}

async function ask(api: APIRequestContext, method: string, address: string): Promise<Answer> {
  const data = method === 'GET' ? undefined : {}
  const answer = await api.fetch(address, { method, data })
  return { status: answer.status(), body: await answer.text() }
}

test('the site map knows every address of the API', () => {
  const engagement = '/api/:client/:engagement'
  const known = Object.keys(leastRoles).map((key) => key.replace(' ', ` ${engagement}`))
  const real = Object.entries(routeMethods).flatMap(([path, methods]) =>
    methods.map((method) => `${method} ${path}`),
  )
  expect([...known, ...siteWide].sort()).toEqual(real.sort())
})

for (const [endpoint, least] of Object.entries(leastRoles)) {
  const [method = '', path = ''] = endpoint.split(' ')
  const askBoth = async (api: APIRequestContext, root: string) => ({
    present: await ask(api, method, `/api${root}${fill(path, 'there')}`),
    absent: await ask(api, method, `/api${root}${fill(path, 'missing')}`),
  })

  test(`${endpoint}: nobody is told nothing`, async () => {
    const { present, absent } = await askBoth(apis.nobody, place)
    expect(present.status).toBe(401)
    expect(absent).toEqual(present)
    expect((await askBoth(apis.nobody, nowhere)).present).toEqual(present)
  })

  test(`${endpoint}: for the other client it is not there`, async () => {
    const { present, absent } = await askBoth(apis.foreignAnalyst, place)
    expect(present.status).toBe(404)
    expect(absent).toEqual(present)
    expect((await askBoth(apis.foreignAnalyst, nowhere)).present).toEqual(present)
  })

  test(`${endpoint}: an id of elsewhere is like an id of nothing`, async () => {
    for (const [api, root] of [
      [apis.analyst, nearby],
      [apis.foreignAnalyst, foreign],
    ] as const) {
      const { present, absent } = await askBoth(api, root)
      if (path.includes('Id')) expect(present).toEqual(absent)
    }
  })

  test(`${endpoint}: the least role is ${least}`, async () => {
    if (least === 'viewer') {
      const { present, absent } = await askBoth(apis.viewer, place)
      expect(present.status).toBe(200)
      if (path.includes('Id')) expect(absent.status).toBe(404)
      return
    }
    const lower = least === 'manager' ? apis.analyst : apis.viewer
    const { present, absent } = await askBoth(lower, place)
    expect(present.status).toBe(403)
    expect(absent).toEqual(present)
  })
}

for (const path of pagesBelow('[client]/[engagement]')) {
  const least = leastPageRoles[path] ?? 'viewer'
  const open = async (api: APIRequestContext, root: string, kind: 'there' | 'missing') => {
    const answer = await api.get(`${root}${fill(path, kind)}`)
    const title = /<title>(.*?)<\/title>/.exec(await answer.text())?.[1]
    return { status: answer.status(), title, location: answer.headers().location }
  }

  test(`page ${path || '/'}: nobody is led to sign in, and back here afterwards`, async () => {
    const answer = await open(apis.nobody, place, 'there')
    expect(answer.status).toBe(307)
    const next = encodeURIComponent(`${place}${fill(path, 'there')}`)
    expect(answer.location).toContain(`/sign-in?next=${next}`)
  })

  test(`page ${path || '/'}: for the other client it is not there`, async () => {
    const present = await open(apis.foreignAnalyst, place, 'there')
    expect(present).toMatchObject({ status: 404, title: 'Not found · Portolan' })
    expect(await open(apis.foreignAnalyst, place, 'missing')).toEqual(present)
    expect(await open(apis.foreignAnalyst, nowhere, 'there')).toEqual(present)
  })

  test(`page ${path || '/'}: members see what their role allows`, async () => {
    const viewer = await open(apis.viewer, place, 'there')
    expect(viewer.status).toBe(least === 'viewer' ? 200 : 403)
    expect((await open(apis.manager, place, 'there')).status).toBe(200)
    if (!path.includes('Id')) return
    expect((await open(apis.manager, place, 'missing')).status).toBe(404)
    expect((await open(apis.manager, nearby, 'there')).status).toBe(404)
  })
}

/** Somebody and some client that are there, as the addresses of the administration name them. */
async function administered(): Promise<Record<string, string>> {
  const page = await (await apis.admin.get(`/admin/users?search=${people.viewer}`)).text()
  return {
    userId: /\/admin\/users\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '',
    client: 'acme',
    group: 'inventory',
  }
}

for (const path of pagesBelow('admin').filter((page) => page !== '')) {
  test(`page /admin${path}: it is there for administrators only`, async () => {
    const known = await administered()
    const there = `/admin${path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? name)}`
    const absent = `/admin${path.replaceAll(/:\w+/g, missing)}`
    for (const address of [there, absent]) {
      expect((await apis.nobody.get(address)).status()).toBe(307)
      expect((await apis.manager.get(address)).status()).toBe(404)
    }
    expect((await apis.admin.get(there)).status()).toBe(200)
    expect((await apis.admin.get(absent)).status()).toBe(absent === there ? 200 : 404)
  })
}
