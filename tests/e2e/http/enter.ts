import { type APIRequestContext, expect, request } from '@playwright/test'
import { demoPassword } from '../support/sign-in'

/** Signs somebody in who need not be let in yet; redirects are shown. */
export async function enter(email: string, baseURL?: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL, maxRedirects: 0 })
  const { csrfToken } = await (await api.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password: demoPassword }
  const answer = await api.post('/api/auth/callback/credentials', { form })
  expect(answer.status()).toBe(302)
  return api
}
