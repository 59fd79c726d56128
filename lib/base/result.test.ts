import { expect, test } from 'vitest'
import { errorMessage } from './errors'
import { failure, success } from './result'

test("a failure speaks the table's words unless the case can say more", () => {
  expect(failure('not_found')).toEqual({
    ok: false,
    code: 'not_found',
    message: errorMessage('not_found'),
  })
  expect(failure('wrong_state', { message: 'The flow is paused.' }).message).toBe(
    'The flow is paused.',
  )
})

test('a failure carries its fields and details', () => {
  const refused = failure('invalid_input', { fields: { name: 'is missing' }, details: { row: 3 } })
  expect(refused).toMatchObject({ fields: { name: 'is missing' }, details: { row: 3 } })
})

test('a success carries its data', () => {
  expect(success({ id: 1 })).toEqual({ ok: true, data: { id: 1 } })
})
