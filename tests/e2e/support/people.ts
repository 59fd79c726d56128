import { type APIRequestContext, request } from '@playwright/test'
import { apiWith, sessionOf } from './sessions'

export const people = {
  admin: 'admin@portolan.test',
  manager: 'manager@portolan.test',
  analyst: 'analyst@portolan.test',
  viewer: 'viewer@portolan.test',
  foreignAnalyst: 'analyst@other.portolan.test',
} as const

export type Person = keyof typeof people

/** A person's way to the API, without a browser. Redirects are shown. */
export async function apiOf(person: Person | null, baseURL?: string): Promise<APIRequestContext> {
  if (person === null) return request.newContext({ baseURL, maxRedirects: 0 })
  return apiWith(await sessionOf(people[person]), baseURL)
}
