import { expect, test } from 'vitest'
import { createSeenValidators } from './seen-validators'

const tag = (opaque: string) => ({ weak: true, opaque })

test('the newest are remembered', () => {
  const seen = createSeenValidators(2)
  for (const name of ['a', 'b', 'a', 'c']) seen.note(tag(name))
  expect(['a', 'b', 'c'].map((name) => seen.has(tag(name)))).toEqual([true, false, true])
  expect(seen.has(tag('d'))).toBe(false)
})
