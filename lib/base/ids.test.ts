import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid } from './ids'

test('accepts the ids that the database and Node make', () => {
  expect(isUuid(randomUUID())).toBe(true)
  expect(isUuid('019a9c3e-7b1c-7e2a-9f00-3d2b1c0a9f8e')).toBe(true)
})

test.each([
  '',
  'new',
  '019a9c3e-7b1c-7e2a-9f00-3d2b1c0a9f8',
  "019a9c3e-7b1c-7e2a-9f00-3d2b1c0a9f8e'",
])('refuses %j', (text) => {
  expect(isUuid(text)).toBe(false)
})

test('every UUID is one, in either case, and nothing around it is', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ minLength: 1 }), (id, more) => {
      expect(isUuid(id)).toBe(true)
      expect(isUuid(id.toUpperCase())).toBe(true)
      expect(isUuid(id + more)).toBe(false)
      expect(isUuid(more + id)).toBe(false)
    }),
  )
})
