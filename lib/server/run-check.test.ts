import { expect, test, vi } from 'vitest'
import { systemClock } from '@/lib/base/clock'
import { runCheck } from './run-check'

const logger = { warn: vi.fn() }
const settings = { name: 'redis', clock: systemClock, logger }

test('a part that answers in time is well, with what it says of itself', async () => {
  const check = await runCheck({ ...settings, deadline: 20_000, ask: async () => ({ untold: 2 }) })
  expect(check).toMatchObject({ status: 'ok', facts: { untold: 2 } })
})

test('a part that never answers is failing at the deadline, and its call is given up', async () => {
  let given: AbortSignal | undefined
  const ask = (signal: AbortSignal) => {
    given = signal
    return new Promise<never>(() => undefined)
  }
  const check = await runCheck({ ...settings, deadline: 10, ask })
  expect(check).toMatchObject({ status: 'failing', reason: 'TimeoutError' })
  expect(given?.aborted).toBe(true)
})

test('why a part fails is said by kind alone', async () => {
  const ask = async () => {
    throw new TypeError('postgres://owner:secret@host')
  }
  const check = await runCheck({ ...settings, deadline: 20_000, ask })
  expect(JSON.stringify([check, logger.warn.mock.calls])).not.toContain('secret')
  expect(check.reason).toBe('TypeError')
})
