import { expect, test } from 'vitest'
import { lostBy } from './account'

const told = ['1', '2', '3', '4'].map((name, at) => ({
  name,
  engagementIds: new Set([at % 2 === 0 ? 'even' : 'odd']),
}))

test('a change of its engagement that came after a listener began and was not heard is lost', () => {
  expect(lostBy({ begun: '1', names: new Set(['3']) }, told, 'even')).toBe(0)
  expect(lostBy({ begun: '1', names: new Set() }, told, 'even')).toBe(1)
  expect(lostBy({ begun: '1', names: new Set() }, told, 'odd')).toBe(2)
  expect(lostBy({ begun: '4', names: new Set() }, told, 'odd')).toBe(0)
})

test('one that began before all, as far as anybody knows, should have heard all', () => {
  expect(lostBy({ begun: '', names: new Set() }, told, 'odd')).toBe(2)
})
