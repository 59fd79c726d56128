import { expect, test } from 'vitest'
import { mayReplace, type SeenVersion, seenVersionSchema } from './seen-version'

test.each<[SeenVersion, boolean]>([
  [3, true],
  [2, false],
  ['*', true],
  [[1, 3], true],
  [[1, 2], false],
  [[], false],
])('whoever saw %j may replace version 3: %s', (seen, may) => {
  expect(mayReplace(seen, 3)).toBe(may)
})

test('a form sends the version as text', () => {
  expect(seenVersionSchema.parse('3')).toBe(3)
  for (const nothing of ['', 'three', '0', undefined, null]) {
    expect(seenVersionSchema.safeParse(nothing).success).toBe(false)
  }
})
