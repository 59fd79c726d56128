import { expect, test } from 'vitest'
import { createRecentChanges } from './recent-changes'

const change = (name: string) => ({ name, tags: [] })
const names = (changes: readonly { name: string }[] | null) => changes?.map(({ name }) => name)

test('a change that comes a second time is not new', () => {
  const recent = createRecentChanges()
  expect(names(recent.add([change('a'), change('b')], 1))).toEqual(['a', 'b'])
  expect(names(recent.add([change('b'), change('c')], 2))).toEqual(['c'])
})

test('it says so when it does not know all changes of a time', () => {
  const recent = createRecentChanges(2)
  recent.add([change('a')], 5)
  expect(recent.since(5)).toBeNull()
  recent.coverFrom(3)
  expect(recent.since(2)).toBeNull()
  expect(names(recent.since(3))).toEqual(['a'])
  recent.add([change('b')], 6)
  recent.add([change('c')], 7)
  expect(recent.since(5), 'the first one is dropped').toBeNull()
  expect(names(recent.since(6))).toEqual(['b', 'c'])
  recent.missBefore(8)
  expect(recent.since(7)).toBeNull()
})
