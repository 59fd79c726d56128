import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace } from '@/lib/base/tag'
import { createKeys } from '@/lib/cache/keys'
import { storeLives } from '@/lib/cache/store'
import { createUpstashEvents } from '@/lib/cache/upstash-events'
import { listNamespaces } from '@/lib/cache/upstash-namespaces'
import { createUpstashStore } from '@/lib/cache/upstash-store'
import { farEnds } from '@/tests/support/far-ends'

const [acme, other] = [clientNamespace('a b'), clientNamespace('other')]
const flow = (name: string) => encodeTag(acme, 'flow', name)

/** A part of the engine that no other test sees. */
function open() {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  const address = { url, token, deadline: 20_000, keys: createKeys(randomUUID()) }
  const nonce = () => randomBytes(6).toString('hex')
  const store = createUpstashStore({ ...address, nonce, lives: storeLives(60_000, 10_000) })
  return { address, store, events: createUpstashEvents(address) }
}

test('events come once, each with its tags, from the moment on that was asked for', async () => {
  const { store, events } = open()
  const now = await events.now()
  expect(now).toMatch(/^\d{13}-0$/)
  const after = new Map([
    [acme, '0-0'],
    [other, '0-0'],
  ])
  expect(await events.since(after)).toEqual([])
  await store.bump([flow('1'), flow('2'), encodeTag(other, 'flow', '3')], 'a')
  await store.bump([flow('4')], 'b')
  const seen = await events.since(after)
  expect(seen.map(({ namespace, tags }) => ({ namespace, tags }))).toEqual([
    { namespace: acme, tags: [flow('1'), flow('2')] },
    { namespace: acme, tags: [flow('4')] },
    { namespace: other, tags: [encodeTag(other, 'flow', '3')] },
  ])
  for (const { namespace, id } of seen) after.set(namespace, id)
  expect(await events.since(after)).toEqual([])
  expect(await events.since(new Map())).toEqual([])
})

test('the namespaces are those that have a marker', async () => {
  const { address, store } = open()
  expect(await listNamespaces(address)).toEqual([])
  await store.open(globalNamespace)
  await store.tidy([flow('1')])
  expect(await listNamespaces(address)).toEqual([acme, globalNamespace])
})
