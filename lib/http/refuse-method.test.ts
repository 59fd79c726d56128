import { expect, test } from 'vitest'
import { refuseMethod } from './refuse-method'

test('an address says which methods it takes', async () => {
  const answer = refuseMethod('/api/me', 'DELETE')
  expect(answer?.status).toBe(405)
  expect(answer?.headers.get('allow')).toBe('GET, HEAD')
  expect(answer?.headers.get('cache-control')).toBe('private, no-store')
  expect(await answer?.json()).toMatchObject({ error: { code: 'method_not_allowed' } })
})

test.each(['TRACE', 'PROPFIND', 'DELETE', 'PUT', 'get'])('a page takes no %s', (method) => {
  expect(refuseMethod('/acme/erp', method)?.headers.get('allow')).toBe('GET, HEAD, POST')
})

test('what an address takes goes on', () => {
  expect(refuseMethod('/api/me', 'HEAD')).toBeNull()
  expect(refuseMethod('/acme/erp', 'GET')).toBeNull()
  expect(refuseMethod('/api/no/such/address', 'DELETE')).toBeNull()
})
