import { expect, test } from 'vitest'
import { entityTagOfVersion, printEntityTag } from './entity-tag'
import { seenVersionOf } from './if-match'

test.each([
  ['*', '*'],
  ['"7"', [7]],
  ['"6", "7"', [6, 7]],
  ['W/"7"', []],
  ['W/"7", "8"', [8]],
  ['"seven"', []],
  ['7', []],
  ['"7', []],
  ['', []],
])('If-Match: %s names %j', (value, seen) => {
  expect(seenVersionOf(value)).toEqual(seen)
})

test('a version that was printed as a tag is the one that is read', () => {
  expect(seenVersionOf(printEntityTag(entityTagOfVersion(41)))).toEqual([41])
})
