import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test('a name begins with its first and its last word', () => {
  expect(initialsOf('Ada King Lovelace')).toBe('AL')
  expect(initialsOf(' ada ')).toBe('A')
  expect(initialsOf('𝒜da 李')).toBe('𝒜李')
  expect(initialsOf('')).toBe('')
})
