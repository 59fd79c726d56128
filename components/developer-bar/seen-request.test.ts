import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type SeenRequest, watchRequests } from './seen-request'

const site = 'https://portolan.example'
const answers = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('location', { href: `${site}/acme/erp`, origin: site })
  vi.stubGlobal('window', { fetch: answers })
})
afterEach(() => vi.unstubAllGlobals())

function answer(url: string, headers: Record<string, string> = { 'x-request-id': 'id' }) {
  const response = new Response(null, { headers: { 'cache-status': 'Portolan; hit', ...headers } })
  Object.defineProperty(response, 'url', { value: url })
  answers.mockResolvedValueOnce(response)
}

test('answers that name themselves are heard of, and nothing else', async () => {
  const seen: SeenRequest[] = []
  const end = watchRequests((request) => seen.push(request))
  answer(`${site}/acme/erp/inventory?_rsc=1`)
  await window.fetch('/acme/erp/inventory')
  answer(`${site}/acme/erp/imports`)
  await window.fetch('/acme/erp/imports', { headers: { 'next-router-prefetch': '1' } })
  answer(`${site}/api/requests/id/reads`)
  await window.fetch('/api/requests/id/reads')
  answer('https://elsewhere.example/x')
  await window.fetch('https://elsewhere.example/x')
  answer(`${site}/api/status`, {})
  await window.fetch('/api/status')
  const path = '/acme/erp/inventory'
  expect(seen).toEqual([
    { id: 'id', method: 'GET', path, status: 200, cacheStatus: 'Portolan; hit' },
  ])
  end()
  expect(window.fetch).toBe(answers)
})
