import { expect, test } from 'vitest'
import type { LiveFlowView } from '@/lib/domain/flows/schema'
import { progressWords } from './progress-words'

const running: LiveFlowView = {
  flowId: 'flow',
  importId: 'import',
  fileName: 'servers.csv',
  phase: 'asset_inventory',
  status: 'running',
  progress: { done: 6_200, total: 12_000 },
  phases: [
    {
      phase: 'asset_inventory',
      status: 'running',
      result: null,
      startedAt: '2026-11-21T10:00:00.000Z',
      finishedAt: null,
    },
  ],
  actions: ['cancel'],
  startedBy: 'Ada',
  createdAt: '2026-11-21T09:59:00.000Z',
  finishedAt: null,
  version: 1,
  heartbeatAt: '2026-11-21T10:00:02.000Z',
  due: false,
}

test('rows, rate and time left', () => {
  expect(progressWords(running)).toBe('6,200 of 12,000 rows · 3,100 rows/s · 2 s left')
  const slow = { ...running, progress: { done: 3, total: 12 } }
  expect(progressWords(slow)).toBe('3 of 12 rows · 1.5 rows/s · 6 s left')
})

test('what is not known yet is not said', () => {
  expect(progressWords({ ...running, progress: { done: 0, total: 0 } })).toBeUndefined()
  expect(progressWords({ ...running, progress: { done: 0, total: 9 } })).toBe('0 of 9 rows')
  expect(progressWords({ ...running, heartbeatAt: null })).toBe('6,200 of 12,000 rows')
  const justBegun = { ...running, heartbeatAt: '2026-11-21T10:00:00.000Z' }
  expect(progressWords(justBegun)).toBe('6,200 of 12,000 rows')
  const done = { ...running, progress: { done: 9, total: 9 } }
  expect(progressWords(done)).toBe('9 of 9 rows · 4.5 rows/s')
})
