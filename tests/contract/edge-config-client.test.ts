import { createClient } from '@vercel/edge-config'
import { expect, test } from 'vitest'
import { farEnds } from '@/tests/support/far-ends'

const connection = () => farEnds().env.EDGE_CONFIG ?? ''
// The client keeps answers of a development process for itself; this one asks each time.
const client = () => createClient(connection(), { cache: 'no-store' })

/** Changes items through the management interface, as Vercel's own API is spoken to. */
async function patch(items: { operation: string; key: string; value?: unknown }[]) {
  const { FLAGS_MANAGEMENT_URL: url, FLAGS_MANAGEMENT_TOKEN: token } = farEnds().env
  return fetch(`${url}/items`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ items }),
  })
}

test('what was patched is read: one item, its presence, all items', async () => {
  const written = await patch([
    { operation: 'upsert', key: 'shares', value: { cache: 'off', percent: 10 } },
    { operation: 'upsert', key: 'motto', value: 'never stale' },
  ])
  expect(written.status).toBe(200)
  const config = client()
  expect(await config.get('shares')).toEqual({ cache: 'off', percent: 10 })
  expect(await config.has('motto')).toBe(true)
  expect(await config.has('nothing')).toBe(false)
  expect(await config.getAll()).toMatchObject({ motto: 'never stale' })
  expect(await config.getAll(['motto'])).toEqual({ motto: 'never stale' })
})

test('a missing item is undefined, not an error', async () => {
  expect(await client().get('nothing')).toBeUndefined()
  expect(await client().get('toString')).toBeUndefined()
})

test('the digest changes with the items and with nothing else', async () => {
  await patch([{ operation: 'upsert', key: 'step', value: 1 }])
  const before = await client().digest()
  expect(await client().digest()).toBe(before)
  await patch([{ operation: 'upsert', key: 'step', value: 2 }])
  expect(await client().digest()).not.toBe(before)
})

test('an unchanged item is not sent again', async () => {
  await patch([{ operation: 'upsert', key: 'same', value: 'x' }])
  const { origin, pathname, searchParams } = new URL(connection())
  const headers = { authorization: `Bearer ${searchParams.get('token')}` }
  const url = `${origin}${pathname}/item/same?version=1`
  const etag = (await fetch(url, { headers })).headers.get('etag') ?? ''
  const again = await fetch(url, { headers: { ...headers, 'if-none-match': etag } })
  expect(again.status).toBe(304)
})

test('operations are all applied or none', async () => {
  const refused = await patch([
    { operation: 'upsert', key: 'half', value: 1 },
    { operation: 'update', key: 'does-not-exist', value: 1 },
  ])
  expect(refused.status).toBe(400)
  expect(await client().has('half')).toBe(false)
})

test('a change that is not well formed is refused', async () => {
  expect((await patch([])).status).toBe(400)
  expect((await patch([{ operation: 'twist', key: 'half', value: 1 }])).status).toBe(400)
  expect(await client().has('half')).toBe(false)
})

test('a deleted item is gone', async () => {
  await patch([{ operation: 'upsert', key: 'short-lived', value: 1 }])
  await patch([{ operation: 'delete', key: 'short-lived' }])
  expect(await client().get('short-lived')).toBeUndefined()
})

test('a wrong token is refused', async () => {
  const wrong = new URL(connection())
  wrong.searchParams.set('token', 'wrong')
  await expect(createClient(wrong.href, { cache: 'no-store' }).get('flags')).rejects.toThrow(
    /Unauthorized/,
  )
})

test('who may only read may not manage', async () => {
  const { searchParams } = new URL(connection())
  const url = `${farEnds().env.FLAGS_MANAGEMENT_URL}/item/flags`
  const as = (token = '') => fetch(url, { headers: { authorization: `Bearer ${token}` } })
  expect((await as(searchParams.get('token') ?? '')).status).toBe(401)
  const allowed = await as(farEnds().env.FLAGS_MANAGEMENT_TOKEN)
  expect(await allowed.json()).toMatchObject({ key: 'flags', value: { 'cache-enabled': true } })
})
