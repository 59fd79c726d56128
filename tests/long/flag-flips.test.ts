import { expect, test, vi } from 'vitest'
import { runFlips } from '../integration/flags/flips/run-flips'

const log = vi.hoisted(() => ({ error: vi.fn(), warn: vi.fn(), info: vi.fn() }))
vi.mock('@/lib/observability/logger', () => ({ createLogger: () => log }))

test('1,000 flips under load: no error, no answer older than its path promises', async () => {
  const { errors, tooOld, reads, oldByTimeLimit, writes } = await runFlips(1_000, 2026)
  expect(errors).toEqual([])
  expect(tooOld).toEqual([])
  expect(Math.min(...Object.values(reads))).toBeGreaterThan(100)
  expect(writes).toBeGreaterThan(500)
  // The old path was at its old trouble meanwhile, or nothing was tried here.
  expect(oldByTimeLimit).toBeGreaterThan(0)
}, 1_800_000)
