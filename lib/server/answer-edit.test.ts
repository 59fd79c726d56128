import { expect, test } from 'vitest'
import { conflict } from '@/lib/base/conflict'
import { failure, success } from '@/lib/base/result'
import { answerEdit, refuseGuard, withSeenVersion } from './answer-edit'

const patch = (headers: Record<string, string> = {}, method = 'PATCH') =>
  new Request('https://portolan.example/api/acme/erp-2026/flows/f', { method, headers })

test('If-Match says the version instead of the body', () => {
  expect(withSeenVersion(patch(), { version: 3 })).toEqual({ version: 3 })
  expect(withSeenVersion(patch({ 'if-match': '"4"' }), { version: 3 })).toEqual({ version: [4] })
  expect(withSeenVersion(patch({ 'if-match': '"4"' }), undefined)).toEqual({ version: [4] })
  expect(withSeenVersion(patch({ 'if-match': '*' }), null)).toEqual({ version: '*' })
  expect(withSeenVersion(patch({ 'if-match': 'W/"4"' }), {})).toEqual({ version: [] })
})

test('a change says its new version as the tag of the next edit', async () => {
  const answered = answerEdit(patch(), success({ flowId: 'f', version: 4 }))
  if (!(answered instanceof Response)) throw new Error('This is no answer')
  expect(answered.status).toBe(200)
  expect(answered.headers.get('etag')).toBe('"4"')
  expect(await answered.json()).toEqual({ flowId: 'f', version: 4 })
})

test.each([
  ['a conflict', {}, 409, 'conflict'],
  ['a precondition that failed', { 'if-match': '"3"' }, 412, 'precondition_failed'],
] as const)('%s carries the newer state and its tag', async (_what, headers, status, code) => {
  const newer = { version: 5, values: { attribute: 'name' } }
  const answered = answerEdit(patch(headers), conflict(newer))
  if (!(answered instanceof Response)) throw new Error('This is no answer')
  expect(answered.status).toBe(status)
  expect(answered.headers.get('etag')).toBe('"5"')
  expect(answered.headers.get('cache-control')).toContain('no-store')
  expect(await answered.json()).toMatchObject({ error: { code, newer } })
})

test('every other refusal stays as it is', () => {
  for (const refusal of [failure('wrong_state'), conflict(null)]) {
    expect(answerEdit(patch({ 'if-match': '"3"' }), refusal)).toBe(refusal)
  }
})

test('a write that knows no versions refuses to depend on one', () => {
  expect(refuseGuard(patch({ 'if-match': '"3"' }, 'DELETE'))).toMatchObject({
    code: 'precondition_failed',
  })
  expect(refuseGuard(patch())).toBeNull()
  expect(refuseGuard(patch({ 'if-match': '"3"' }, 'GET'))).toBeNull()
})
