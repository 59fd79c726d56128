import { expect, test } from 'vitest'
import type { MappingState, MappingView } from '@/lib/domain/mapping/page/schema'
import { byLane, findColumns, isUndecided } from './columns'

const column = (header: string, state: MappingState, attribute: string | null = 'name') =>
  ({ header, state, attribute, samples: [`${header}-value`] }) as unknown as MappingView

const name = column('Server Name', 'auto_mapped')
const memory = column('RAM', 'needs_review', 'memory_mib')
const done = column('Owner', 'rejected')
const attributes = [
  { name: 'memory_mib', label: 'Memory', group: '', unit: 'MiB', description: '' },
]

test('a lane in which nothing changed stays the same object', () => {
  const before = byLane([name, memory, done])
  const approved = { ...memory, state: 'approved' as const }
  const after = byLane([name, approved, done], before)
  expect(after.auto).toBe(before.auto)
  expect([after.review, after.decided]).toEqual([[], [approved, done]])
})

test('a search looks at names, attributes and values, all words of it', () => {
  const all = [name, memory, done]
  expect(findColumns(all, ' ', attributes)).toBe(all)
  expect(findColumns(all, 'SERVER name', attributes)).toEqual([name])
  expect(findColumns(all, 'memory', attributes)).toEqual([memory])
  expect(findColumns(all, 'owner-value', attributes)).toEqual([done])
  expect(findColumns(all, 'server owner', attributes)).toEqual([])
})

test('what has no attribute waits for no decision', () => {
  expect([name, memory, done, column('x', 'needs_review', null)].map(isUndecided)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
