import { expect, test } from 'vitest'
import { readIdempotencyKey } from './idempotency-key'

const read = (value?: string) =>
  readIdempotencyKey(new Headers(value === undefined ? {} : { 'Idempotency-Key': value }))

const uuid = '8e03978e-40d5-43e8-bc93-6894a57f9324'

test.each([
  [undefined, null],
  [uuid, uuid],
  [`"${uuid}"`, uuid],
])('%s names the request %s', (sent, key) => {
  expect(read(sent)).toEqual({ ok: true, data: key })
})

test.each(['short', 'x'.repeat(129), 'has a space', 'ünïcödé-key'])('%s is no key', (sent) => {
  expect(read(sent)).toMatchObject({ ok: false, code: 'invalid_input' })
})
