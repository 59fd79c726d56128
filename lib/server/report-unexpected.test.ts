import { expect, test, vi } from 'vitest'
import { CommitUnknown } from '@/lib/base/commit-unknown'
import { errorMessage } from '@/lib/base/errors'
import { answer } from './define-route'

const logged = vi.hoisted(() => vi.fn())
const cache = vi.hoisted(() => ({ forRequest: () => ({}) }))
vi.mock('./container', () => ({ container: () => ({ cache, logger: { error: logged } }) }))
vi.mock('@/lib/env', async (original) => {
  const { parseEnv } = await original<typeof import('@/lib/env')>()
  const { completeEnvironment } = await import('@/tests/support/complete-environment')
  return { env: () => parseEnv(completeEnvironment) }
})

const request = new Request('https://portolan.example/api/acme/erp-2026/imports')

async function answerTo(error: Error) {
  const response = await answer(request, 201, () => Promise.reject(error))
  const { error: told } = await response.json()
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...told }
}

test('a change that may be written though its answer got lost is not called lost', async () => {
  const told = await answerTo(new CommitUnknown(new Error('the socket was closed')))
  expect(told).toMatchObject({ status: 504, code: 'outcome_unknown', retryAfter: null })
  expect(told.message).toContain(errorMessage('outcome_unknown'))
  expect(told.message).toContain(told.reference)
  expect(told.message).not.toContain('try again')
  expect(logged).toHaveBeenCalledOnce()
})

test('whatever else happens may be tried again', async () => {
  const told = await answerTo(new TypeError('a secret value'))
  expect(told).toMatchObject({ status: 500, code: 'internal' })
  expect(JSON.stringify(told)).not.toContain('secret')
})
