import { expect, test, vi } from 'vitest'
import { StoreError } from '@/lib/cache/script-runner'
import type { Logger } from '@/lib/observability/logger'
import { logBehindAnswer } from './log-behind-answer'

function logOf(error: unknown) {
  const [warn, unexpected] = [vi.fn(), vi.fn()]
  logBehindAnswer({ warn, error: unexpected } as unknown as Logger, error)
  return { warned: warn.mock.calls, unexpected: unexpected.mock.calls }
}

test('that Redis did not answer in time is a warning, which says what was asked', () => {
  const { warned, unexpected } = logOf(new StoreError('TimeoutError: too late'))
  expect(unexpected).toEqual([])
  expect(warned).toEqual([
    [
      {
        where: 'behind an answer',
        error: expect.objectContaining({ name: 'StoreError', frames: expect.any(Array) }),
      },
      'Redis did not answer',
    ],
  ])
  expect(JSON.stringify(warned)).not.toContain('too late')
})

test('anything else is an unexpected error under a reference', () => {
  const { warned, unexpected } = logOf(new TypeError('a fault'))
  expect(warned).toEqual([])
  expect(unexpected).toEqual([
    [
      expect.objectContaining({ where: 'behind an answer', reference: expect.any(String) }),
      'unexpected error',
    ],
  ])
})
