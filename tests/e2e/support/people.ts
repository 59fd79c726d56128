import { type APIRequestContext, expect, request } from '@playwright/test'
import { demoPassword } from './sign-in'

export const people = {
  admin: 'admin@portolan.test',
  manager: 'manager@portolan.test',
  analyst: 'analyst@portolan.test',
  viewer: 'viewer@portolan.test',
  foreignAnalyst: 'analyst@other.portolan.test',
} as const

export type Person = keyof typeof people

/** A person's way to the API, without a browser: signs in as a script does. Redirects are shown. */
export async function apiOf(person: Person | null, baseURL?: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL, maxRedirects: 0 })
  if (person === null) return api
  const { csrfToken } = await (await api.get('/api/auth/csrf')).json()
  const form = { csrfToken, email: people[person], password: demoPassword }
  const answer = await api.post('/api/auth/callback/credentials', { form })
  expect(answer.status()).toBe(302)
  expect((await api.get('/api/me')).status(), `${person} is signed in`).toBe(200)
  return api
}
