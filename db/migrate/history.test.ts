import { expect, test } from 'vitest'
import { migrationsToUndo, pendingMigrations } from './history'
import type { Migration } from './migration-files'

const file = (tag: string): Migration => ({ tag, sql: '', hash: `of ${tag}`, downSql: '' })
const run = (tag: string) => ({ tag, hash: `of ${tag}`, appliedAt: new Date(0) })
const tags = (migrations: Migration[]) => migrations.map(({ tag }) => tag)

const files = [file('0000_a'), file('0001_b'), file('0002_c')]

test('what was not run yet is pending, in order', () => {
  expect(tags(pendingMigrations(files, []))).toEqual(['0000_a', '0001_b', '0002_c'])
  expect(tags(pendingMigrations(files, [run('0000_a')]))).toEqual(['0001_b', '0002_c'])
})

test('a database of a newer version is refused', () => {
  const applied = [run('0000_a'), run('0001_b'), run('0002_c'), run('0003_d')]
  expect(() => pendingMigrations(files, applied)).toThrow('0003_d, which is not in this folder')
})

test('a file that slipped in before one that was run is refused', () => {
  expect(() => pendingMigrations(files, [run('0000_a'), run('0002_c')])).toThrow(
    '0002_c was run before 0001_b',
  )
})

test('a changed file is refused', () => {
  const applied = [{ ...run('0000_a'), hash: 'other' }]
  expect(() => pendingMigrations(files, applied)).toThrow('0000_a was changed after it was run')
})

const applied = [run('0000_a'), run('0001_b')]

test.each([
  ['last', ['0001_b']],
  ['all', ['0001_b', '0000_a']],
  ['0000', ['0001_b']],
  ['0000_a', ['0001_b']],
  ['0001', []],
])('a rollback to %s undoes %j', (target, expected) => {
  expect(tags(migrationsToUndo(files, applied, target))).toEqual(expected)
})

test('a rollback to what was never run is refused', () => {
  expect(() => migrationsToUndo(files, applied, '0002')).toThrow('none of those that were run')
  expect(() => migrationsToUndo(files, [], 'last')).toThrow('nothing to undo')
})
