import { expect, test, vi } from 'vitest'
import { failure, type Result, success } from '@/lib/base/result'
import { writeAnswerNote } from '@/lib/http/answer-note'
import { answer } from './define-route'

vi.mock('@/lib/env', async (original) => {
  const { parseEnv } = await original<typeof import('@/lib/env')>()
  const { completeEnvironment } = await import('@/tests/support/complete-environment')
  return { env: () => parseEnv(completeEnvironment) }
})

const request = new Request('https://portolan.example/api/acme/erp-2026/imports')

test('a change that the caches have not heard of says so beside its data', async () => {
  const saved = { ...success({ importId: 'i' }), invalidation: 'pending' as const }
  const told = await answer(request, 201, async () => saved)
  expect(told.status).toBe(201)
  expect(await told.json()).toEqual({ importId: 'i', invalidation: 'pending' })
  const plain = await answer(request, undefined, async () => success({ importId: 'i' }))
  expect(await plain.json()).toEqual({ importId: 'i' })
})

test('a change that was refused because the caches cannot be told may be tried again', async () => {
  const refused = await answer(request, undefined, async () => failure('cache_unreachable'))
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).not.toBeNull()
})

test('a success says the validator that middleware found; a refusal and a write do not', async () => {
  const etag = `W/"${'a'.repeat(22)}"`
  const ask = (method: string, outcome: Result<object>) => {
    const headers = new Headers({ 'sec-fetch-site': 'same-origin' })
    writeAnswerNote(headers, { path: 'new', etag })
    return answer(new Request(request.url, { method, headers }), undefined, async () => outcome)
  }
  const told = (response: Response) =>
    ['etag', 'cache-control', 'vary'].map((name) => response.headers.get(name))
  expect(told(await ask('GET', success({})))).toEqual([etag, 'private, no-cache', 'Cookie'])
  for (const refused of [await ask('GET', failure('not_found')), await ask('POST', success({}))]) {
    expect(told(refused)).toEqual([null, 'private, no-store', null])
  }
})
