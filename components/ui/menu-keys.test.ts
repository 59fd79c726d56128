import { expect, test } from 'vitest'
import { nextIndex } from './menu-keys'

const labels = ['Copy', 'Open', 'Close', 'Delete']

test('arrows go around the ends', () => {
  expect(nextIndex(labels, 3, 'ArrowDown')).toBe(0)
  expect(nextIndex(labels, 0, 'ArrowUp')).toBe(3)
  expect(nextIndex(labels, -1, 'ArrowDown')).toBe(0)
  expect(nextIndex(labels, -1, 'ArrowUp')).toBe(3)
})

test('a letter goes to the next entry that begins with it, after the present one', () => {
  expect(nextIndex(labels, 0, 'c')).toBe(2)
  expect(nextIndex(labels, 2, 'C')).toBe(0)
  expect(nextIndex(labels, -1, 'd')).toBe(3)
})

test('other keys and an empty menu move nothing', () => {
  expect(nextIndex(labels, 0, 'x')).toBeNull()
  expect(nextIndex(labels, 0, 'Enter')).toBeNull()
  expect(nextIndex(labels, 0, ' ')).toBeNull()
  expect(nextIndex([], 0, 'ArrowDown')).toBeNull()
})
