import { expect, test } from 'vitest'
import { readOptions, WrongUse } from './options'
import { setAt } from './set-at'

const why = ['--as', 'admin@example.org', '--reason', 'as a trial']

test('what is asked for is read', () => {
  expect(readOptions(['get', '--json'])).toEqual({ command: 'get', json: true })
  expect(readOptions(['history'])).toEqual({ command: 'history', json: false, limit: 20 })
  expect(readOptions(['set', 'cache-path.groups.people', '{"path":"off"}', ...why])).toEqual({
    command: 'set',
    place: ['cache-path', 'groups', 'people'],
    value: { path: 'off' },
    as: 'admin@example.org',
    reason: 'as a trial',
  })
  expect(readOptions(['--help'])).toBeNull()
})

test.each([
  [[]],
  [['put']],
  [['get', 'cache-path']],
  [['history', '--limit', 'many']],
  [['set', 'cache-enabled', ...why]],
  [['set', 'cache-enabled', 'no', ...why]],
  [['set', 'cache-enabled', 'false', '--as', 'admin@example.org']],
  [['set', 'cache-enabled', 'false', 'true', ...why]],
  [['get', '--loud']],
])('%j is wrong use, told with the usage', (args) => {
  expect(() => readOptions(args)).toThrow(WrongUse)
  expect(() => readOptions(args)).toThrow('Usage:')
})

test('a part is put into its place or taken away, and nothing else is touched', () => {
  const tree = { a: { b: 1, c: 2 }, d: 3 }
  expect(setAt(tree, ['a', 'b'], 9)).toEqual({ a: { b: 9, c: 2 }, d: 3 })
  expect(setAt(tree, ['a', 'b'], undefined)).toEqual({ a: { c: 2 }, d: 3 })
  expect(setAt(tree, ['x', 'y'], 1)).toEqual({ ...tree, x: { y: 1 } })
  expect(setAt(undefined, ['x'], false)).toEqual({ x: false })
  expect(tree).toEqual({ a: { b: 1, c: 2 }, d: 3 })
})
