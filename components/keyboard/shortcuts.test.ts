import { expect, test } from 'vitest'
import { keysOf } from './shortcuts'

const pressed = (key: string, held: Partial<Parameters<typeof keysOf>[0]> = {}) =>
  keysOf({ key, metaKey: false, ctrlKey: false, altKey: false, shiftKey: false, ...held })

test('a letter is the same with Caps Lock, and another with Shift', () => {
  expect(pressed('j')).toBe('j')
  expect(pressed('J')).toBe('j')
  expect(pressed('X', { shiftKey: true })).toBe('shift+x')
})

test('a sign is what it is, with whatever keys it is made', () => {
  expect(pressed('?', { shiftKey: true })).toBe('?')
  expect(pressed('/', { shiftKey: true })).toBe('/')
})

test('⌘ and Ctrl are one key; with it or Alt a letter is another', () => {
  expect(pressed('k', { metaKey: true })).toBe('mod+k')
  expect(pressed('k', { ctrlKey: true })).toBe('mod+k')
  expect(pressed('j', { altKey: true })).toBe('alt+j')
})

test('keys with names keep them', () => {
  expect(pressed('Enter')).toBe('Enter')
  expect(pressed('ArrowDown', { shiftKey: true })).toBe('shift+ArrowDown')
})
