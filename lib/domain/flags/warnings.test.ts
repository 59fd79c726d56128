import { expect, test } from 'vitest'
import type { Move, ReadGroup, ReadPath, ShadowEvidence } from './schema'
import { warningsOf } from './warnings'

const move = (group: ReadGroup, to: ReadPath): Move => ({
  group,
  from: 'off',
  to,
  platform: false,
  clients: ['Acme'],
})
const shadow = (compared: number, staleRedis: number): ShadowEvidence => ({
  compared,
  staleRedis,
  staleLegacy: 5,
})

test('roles that linger are warned of, on the paths where they do', () => {
  const lingers = (path: ReadPath) =>
    warningsOf([move('user-context', path)], [])
      .join()
      .includes('up to an hour')
  expect((['off', 'legacy', 'shadow', 'redis'] as const).filter(lingers)).toEqual([
    'legacy',
    'shadow',
  ])
  expect(warningsOf([move('inventory', 'legacy')], [])).toEqual([])
})

test('what shadow mode found of Redis speaks against moving there, and that it never looked', () => {
  const evidence = [
    { group: 'inventory', shadow: shadow(100, 2) },
    { group: 'flow', shadow: shadow(0, 0) },
    { group: 'people', shadow: shadow(50, 0) },
  ] as const
  const groups = ['inventory', 'flow', 'people'] as const
  const [defect, unseen, ...others] = warningsOf(
    groups.map((group) => move(group, 'redis')),
    evidence,
  )
  expect(defect).toContain('Inventory: Redis was stale in 2 of 100')
  expect(unseen).toContain('Not compared in the last day: Imports and flows.')
  expect(others).toEqual([])
  expect(
    warningsOf(
      groups.map((group) => move(group, 'shadow')),
      evidence,
    ),
  ).toEqual([])
})
