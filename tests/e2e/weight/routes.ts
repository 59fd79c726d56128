import type { APIRequestContext } from '@playwright/test'
import { pagesBelow } from '../support/site-map'

const place = { client: 'acme', engagement: 'dc-exit' }

/** These only lead on, or are for somebody who is let in nowhere: no page that is worked with. */
const left = new Set(['/admin', '/pending'])

/** The pages of whoever is not signed in, by their routes. */
export function openRoutes(): Map<string, string> {
  const routes = [...pagesBelow('(public)'), '/status', ...pagesBelow('(auth)')]
  return addresses(routes, {})
}

/** Every page behind the door by its route, with an address of something that is there. */
export async function signedInRoutes(admin: APIRequestContext): Promise<Map<string, string>> {
  const routes = [
    ...pagesBelow('admin').map((path) => `/admin${path}`),
    ...pagesBelow('[client]/[engagement]').map((path) => `/:client/:engagement${path}`),
  ]
  return addresses(routes, { ...place, ...(await thingsThere(admin)) })
}

function addresses(
  routes: readonly string[],
  values: Readonly<Record<string, string>>,
): Map<string, string> {
  const patterns = routes.map((route) => route.replace(/\/$/, '') || '/')
  return new Map(
    patterns.filter((one) => !left.has(one)).map((pattern) => [pattern, fill(pattern, values)]),
  )
}

/** The demo's own: a flow that waits for its mapping, if there is one, an asset, a person. */
async function thingsThere(admin: APIRequestContext): Promise<Record<string, string>> {
  const root = `/api/${place.client}/${place.engagement}`
  const { imports } = await (await admin.get(`${root}/imports?limit=100`)).json()
  const { assets } = await (await admin.get(`${root}/assets?limit=1`)).json()
  const waits = ({ flowStatus }: { flowStatus: string }) => flowStatus === 'waiting_for_approval'
  const { flowId } = imports.find(waits) ?? imports[0]
  const people = await (await admin.get('/admin/users')).text()
  const [, userId = ''] = /\/admin\/users\/([0-9a-f-]{36})/.exec(people) ?? []
  return { flowId, assetId: assets[0].id, userId, group: 'flow' }
}

/** What a route's own query has to say for the page to show itself. */
const queries: Readonly<Record<string, string>> = {
  '/admin/flags/change': '?kind=rule&group=flow&path=legacy&percent=50&to=redis',
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (!value) throw new Error(`Nothing is there for :${name} of ${pattern}`)
    return value
  })
  return address + (queries[pattern] ?? '')
}
