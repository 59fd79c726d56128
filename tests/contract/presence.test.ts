import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientNamespace } from '@/lib/base/tag'
import { createKeys } from '@/lib/cache/keys'
import { createUpstashPresence } from '@/lib/live/upstash-presence'
import { farEnds } from '@/tests/support/far-ends'

function openBook(env: string, overrides: { url?: string } = {}) {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  return createUpstashPresence({
    url,
    token,
    deadline: 20_000,
    keys: createKeys(env),
    ...overrides,
  })
}

const hour = 3_600_000
const at = (person: string, thing = 'flow', client = 'acme') => ({
  namespace: clientNamespace(client),
  thing,
  person,
})

test('people on several processes find one another, and are gone when they leave', async () => {
  const env = randomUUID()
  const [one, other] = [openBook(env), openBook(env)]
  await one.note(at('ana'), 'at the first', hour)
  expect(await other.note(at('ben'), 'at the second', hour)).toEqual(
    new Map([
      ['ana', 'at the first'],
      ['ben', 'at the second'],
    ]),
  )
  expect(await other.note(at('ben'), null, hour)).toEqual(new Map([['ana', 'at the first']]))
  expect(await one.note(at('ana'), 'elsewhere', hour)).toEqual(new Map([['ana', 'elsewhere']]))
})

test('who says nothing more is gone by itself', async () => {
  const book = openBook(randomUUID())
  await book.note(at('ana'), 'here', 1)
  await expect.poll(() => book.note(at('ben'), 'here', hour)).toEqual(new Map([['ben', 'here']]))
})

test('nobody is seen at another thing, or by another client account', async () => {
  const book = openBook(randomUUID())
  await book.note(at('ana'), 'here', hour)
  expect([...(await book.note(at('ben', 'other'), 'x', hour)).keys()]).toEqual(['ben'])
  expect([...(await book.note(at('eve', 'flow', 'globex'), 'x', hour)).keys()]).toEqual(['eve'])
})

test('without Redis it is an error in words', async () => {
  const book = openBook('none', { url: 'http://127.0.0.1:9' })
  await expect(book.note(at('ana'), 'here', hour)).rejects.toMatchObject({ name: 'StoreError' })
})
