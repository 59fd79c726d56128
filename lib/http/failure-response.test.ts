import { expect, test } from 'vitest'
import { failure } from '@/lib/base/result'
import { failureResponse } from './failure-response'

test('what is unavailable for a moment says when to ask again', async () => {
  const answer = failureResponse(failure('cache_unreachable'))
  expect(answer.status).toBe(503)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.json()).toMatchObject({ error: { code: 'cache_unreachable' } })
})

test('what will not change by waiting does not', () => {
  const answer = failureResponse(failure('not_found'))
  expect(answer.status).toBe(404)
  expect(answer.headers.has('retry-after')).toBe(false)
})
