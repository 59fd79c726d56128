import { beforeEach, expect, test, vi } from 'vitest'
import { requestIdHeader } from '@/lib/http/requested-path'
import { developedRequest } from './developed-request'

const asked = vi.hoisted(() => ({
  env: {} as Record<string, string | undefined>,
  headers: vi.fn(),
}))
vi.mock('@/lib/env', () => ({ env: () => asked.env }))
vi.mock('next/headers', () => ({ headers: asked.headers }))

beforeEach(() => {
  asked.headers.mockReset().mockResolvedValue(new Headers({ [requestIdHeader]: 'id' }))
})

test.each([
  ['a preview', { NODE_ENV: 'production', VERCEL_ENV: 'preview' }],
  ['development', { NODE_ENV: 'development' }],
])('%s tells developers which request it is', async (_what, env) => {
  asked.env = env
  expect(await developedRequest()).toBe('id')
})

test.each([
  ['production', { NODE_ENV: 'production', VERCEL_ENV: 'production' }],
  ['a site that names no deployment', { NODE_ENV: 'production' }],
])('%s has nothing for developers and does not look for it', async (_what, env) => {
  asked.env = env
  expect(await developedRequest()).toBeNull()
  expect(asked.headers).not.toHaveBeenCalled()
})
