import { expect, test } from 'vitest'
import { countColumns, lacksIdentity } from './mapping-statistics'

test('each column is counted once, and a rejected one is left out', () => {
  const columns = [
    { attribute: 'name', state: 'approved' },
    { attribute: 'cpu_count', state: 'auto_mapped' },
    { attribute: 'memory_mib', state: 'needs_review' },
    { attribute: 'os_name', state: 'rejected' },
    { attribute: null, state: 'needs_review' },
    { attribute: null, state: 'rejected' },
  ] as const
  expect(countColumns(columns)).toEqual({
    autoMapped: 1,
    needsReview: 1,
    approved: 1,
    unmapped: 3,
  })
})

test('a rejected name identifies nothing', () => {
  const cpu = { attribute: 'cpu_count', state: 'approved' } as const
  expect(lacksIdentity([cpu, { attribute: 'name', state: 'rejected' }])).toBe(true)
  expect(lacksIdentity([cpu, { attribute: 'name', state: 'needs_review' }])).toBe(false)
})
