import { expect, test } from 'vitest'
import { readOptions } from './options'

test('a run is a minute long and reads through the cache, unless something else is said', () => {
  expect(readOptions([])).toMatchObject({ minutes: 1, path: 'redis', json: false })
  expect(readOptions(['--minutes', '0.5', '--seed', '7', '--path', 'legacy', '--json'])).toEqual({
    minutes: 0.5,
    seed: 7,
    path: 'legacy',
    json: true,
  })
  expect(readOptions(['--help'])).toBeNull()
})

test('what cannot be meant is refused', () => {
  for (const words of [
    ['--minutes', 'ten'],
    ['--minutes', '0'],
    ['--seed', 'x'],
    ['--path', 'l1'],
    ['--more'],
  ]) {
    expect(() => readOptions(words), words.join(' ')).toThrow()
  }
})
