import { expect, test } from 'vitest'
import { nameOf, newestImport, people, renamedImport, valueIn } from './facts'

const place = { letter: 'a', place: 'acme/erp-2026', email: 'analyst@portolan.test' } as const
const page = (...names: string[]) =>
  JSON.stringify({ imports: names.map((fileName) => ({ fileName })), next: null })

test('a value is read back from the name it was written under, by its own letter', () => {
  expect(valueIn(nameOf('a', 17), 'a')).toBe(17)
  expect(valueIn(nameOf('a', 1_234_567), 'a')).toBe(1_234_567)
  expect(valueIn(nameOf('b', 17), 'a')).toBeNull()
  expect(valueIn('servers.csv', 'a')).toBeNull()
})

test('a list shows its largest value, whatever stands beside it', () => {
  const { shown } = newestImport(place)
  expect(shown(page(nameOf('a', 3), 'servers.csv', nameOf('a', 12), nameOf('b', 99)))).toBe(12)
  expect(shown(page())).toBe(0)
})

test('an answer of another kind shows nothing, and counts as no value', () => {
  expect(newestImport(place).shown('Internal Server Error')).toBeNull()
  expect(renamedImport(place.place, place.email, 'id').shown('{"error":{}}')).toBeNull()
  expect(people.shown('<h1>Status</h1>')).toBeNull()
})

test('the public page shows how many people there are', () => {
  expect(people.shown('<span class="x">People</span><span class="y z">1,206</span>')).toBe(1206)
})
