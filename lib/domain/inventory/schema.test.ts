import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, listAssetsSchema } from './schema'

const id = '01a1fdfd-45a4-7aee-9809-f728f5872d60'

test('a cursor is read as it was written', () => {
  const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(value, { minLength: 1, maxLength: 2 }),
      (backward, values) => {
        const cursor = { backward, values, id }
        const text = encodeCursor(cursor)
        expect(text).toMatch(/^[\w-]+$/)
        expect(decodeCursor(text)).toEqual(cursor)
      },
    ),
  )
})

test('anything else is no cursor', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeCursor(text)).toBeNull()
    }),
  )
  expect(decodeCursor(btoa(JSON.stringify({ backward: 1, values: [], id })))).toBeNull()
})

test('a filter may stand once, more than once or not at all', () => {
  expect(listAssetsSchema.parse({ type: 'server' }).type).toEqual(['server'])
  expect(listAssetsSchema.parse({ type: ['server', 'database'] }).type).toHaveLength(2)
  expect(listAssetsSchema.parse({ type: '' }).type).toEqual([])
  expect(listAssetsSchema.parse({})).toMatchObject({ sort: 'name', limit: 50, power: [] })
})

test.each([{ sort: 'password' }, { sort: '--cpu' }, { limit: 501 }, { limit: 0 }, { cursor: 'x' }])(
  'the list refuses %j',
  (input) => {
    expect(listAssetsSchema.safeParse(input).success).toBe(false)
  },
)
