import { expect, test, vi } from 'vitest'
import { success } from '@/lib/base/result'
import { defineCronRoute } from './define-cron-route'

const secret = 'a-secret-of-the-cron'
vi.mock('@/lib/env', async (original) => {
  const { parseEnv } = await original<typeof import('@/lib/env')>()
  const { completeEnvironment } = await import('@/tests/support/complete-environment')
  const own = { CRON_SECRET: 'a-secret-of-the-cron', APP_URL: 'http://localhost' }
  return { env: () => parseEnv({ ...completeEnvironment, ...own }) }
})

async function call(authorization?: string) {
  const work = vi.fn(async () => success({ steps: 3 }))
  const request = new Request('http://localhost/api/jobs/drive', {
    headers: authorization === undefined ? {} : { authorization },
  })
  const response = await defineCronRoute(work)(request, { params: Promise.resolve({}) })
  return { status: response.status, body: await response.json(), worked: work.mock.calls.length }
}

test('works for whoever knows the secret', async () => {
  expect(await call(`Bearer ${secret}`)).toEqual({ status: 200, body: { steps: 3 }, worked: 1 })
})

test('is not there for anybody else', async () => {
  const guesses = [undefined, '', 'Bearer', 'Bearer ', secret, `Bearer ${secret}x`, 'Bearer é']
  for (const guess of guesses) {
    const { status, body, worked } = await call(guess)
    expect({ status, code: body.error.code, worked }).toEqual({
      status: 404,
      code: 'not_found',
      worked: 0,
    })
  }
})
