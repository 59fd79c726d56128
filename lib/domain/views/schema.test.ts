import { expect, test } from 'vitest'
import { changeViewSchema, keepViewSchema, normaliseViewQuery, viewQueryOf } from './schema'

test('equal views are equal texts, whatever the order of their addresses', () => {
  const one = normaliseViewQuery('inventory', '?type=server&type=appliance&q=web&sort=-cpu')
  const other = normaliseViewQuery('inventory', 'sort=-cpu&q=+web+&type=appliance&type=server')
  expect(one).toBe('q=web&type=appliance&type=server&sort=-cpu')
  expect(other).toBe(one)
})

test('what goes without saying, the place in the list and foreign words are left out', () => {
  const query = 'sort=name&cursor=abc&view=1&limit=500&type=&power=on&utm_source=mail'
  expect(normaliseViewQuery('inventory', query)).toBe('power=on')
  expect(viewQueryOf('issues', { state: 'open', after: 'x', rule: 'placeholder' })).toBe(
    'rule=placeholder',
  )
})

test('a box of a form says on, or nothing at all', () => {
  const view = { screen: 'inventory', name: ' Mine ', query: '' }
  expect(keepViewSchema.parse(view)).toMatchObject({ name: 'Mine', shared: false })
  expect(keepViewSchema.parse({ ...view, shared: 'on' })).toMatchObject({ shared: true })
  const id = '0196a0d4-7cf1-7b54-9f2b-000000000000'
  expect(changeViewSchema.parse({ id, version: '2', name: 'b' })).toEqual({
    id,
    version: 2,
    name: 'b',
  })
  expect(changeViewSchema.parse({ id, version: '2', shared: 'false' }).shared).toBe(false)
})
