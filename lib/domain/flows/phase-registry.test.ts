import { expect, test } from 'vitest'
import type { PhaseExecutor } from './executor'
import { createPhaseRegistry } from './phase-registry'
import type { PhaseName } from './schema'

const executor = (phase: PhaseName): PhaseExecutor => ({
  phase,
  step: async () => ({ status: 'completed', result: { status: 'completed' } }),
})
const executors = (
  ['data_import', 'attribute_mapping', 'data_cleansing', 'asset_inventory'] as const
).map(executor)

test('every phase finds its own executor', () => {
  const registry = createPhaseRegistry(executors)
  expect(Object.entries(registry).map(([phase, { phase: own }]) => [phase, own])).toEqual(
    executors.map(({ phase }) => [phase, phase]),
  )
})

test('names every phase without an executor at once', () => {
  expect(() => createPhaseRegistry(executors.slice(2))).toThrow(
    'missing: data_import, attribute_mapping; too many: none',
  )
})

test('refuses two executors of one phase, and one of a phase that is not built', () => {
  expect(() => createPhaseRegistry([...executors, executor('data_import')])).toThrow(
    'missing: none; too many: data_import',
  )
  expect(() => createPhaseRegistry([...executors, executor('assessment')])).toThrow(
    'missing: none; too many: assessment',
  )
})
