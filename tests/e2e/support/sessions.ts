import { type APIRequestContext, type BrowserContext, expect, request } from '@playwright/test'
import { siteUrls } from '../../support/sites'

export const demoPassword = 'portolan-demo'

type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]

/**
 * Sessions by e-mail address, for all tests of this worker: checking a password is made to take
 * long. A test that ends sessions asks for one of its own.
 */
const kept = new Map<string, Cookie>()

/** Signs in as a script does, without a form; the context has the session afterwards. */
export async function enter(api: APIRequestContext, email: string): Promise<void> {
  const { csrfToken } = await (await api.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password: demoPassword }
  const answer = await api.post('/api/auth/callback/credentials', { form, maxRedirects: 0 })
  expect(answer.status()).toBe(302)
}

/** The cookie of a session that lives, of a person with the demo's password. All processes know it. */
export async function sessionOf(email: string): Promise<Cookie> {
  const known = kept.get(email)
  if (known && (await isAlive(known))) return known
  const api = await request.newContext({ baseURL: siteUrls()[0] })
  await enter(api, email)
  const { cookies } = await api.storageState()
  await api.dispose()
  const cookie = cookies.find(({ name }) => name.endsWith('session-token'))
  if (!cookie) throw new Error(`${email} was not let in`)
  kept.set(email, cookie)
  return cookie
}

async function isAlive(cookie: Cookie): Promise<boolean> {
  const api = await apiWith(cookie, siteUrls()[0])
  const answer = await api.get('/api/me')
  await api.dispose()
  return answer.status() !== 401
}

/** Requests with a session; redirects are shown. */
export function apiWith(cookie: Cookie, baseURL?: string): Promise<APIRequestContext> {
  const storageState = { cookies: [cookie], origins: [] }
  return request.newContext({ baseURL, maxRedirects: 0, storageState })
}
