import { expect, test } from 'vitest'
import { isLaterEvent } from './event-order'

test('later is by number, not by letters', () => {
  const later = (one: string, other: string) => isLaterEvent(`${one}:z`, `${other}:a`)
  expect(later('10-0', '9-0')).toBe(true)
  expect(later('9-10', '9-9')).toBe(true)
  expect(later('9-9', '9-10')).toBe(false)
  expect(later('9-9', '9-9')).toBe(false)
})
