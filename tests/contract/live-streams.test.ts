import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace } from '@/lib/base/tag'
import { createKeys } from '@/lib/cache/keys'
import { storeLives } from '@/lib/cache/store'
import { connectUpstash, createUpstashStore } from '@/lib/cache/upstash-store'
import type { Position } from '@/lib/live/positions'
import { createUpstashChangeStreams } from '@/lib/live/upstash-change-streams'
import { farEnds } from '@/tests/support/far-ends'

const acme = clientNamespace('acme')
const flow = (name: string) => encodeTag(acme, 'flow', 'erp', name)

/** A part of the engine that no other test sees. */
function open() {
  const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = farEnds().env
  const nonce = () => randomBytes(9).toString('hex')
  const keys = createKeys(randomUUID())
  const address = { url, token, deadline: 20_000, keys, nonce }
  return {
    keys,
    redis: connectUpstash(address),
    store: createUpstashStore({ ...address, lives: storeLives(60_000, 10_000) }),
    streams: createUpstashChangeStreams(address),
  }
}

type Streams = ReturnType<typeof open>['streams']

async function begin(streams: Streams): Promise<Position> {
  const [answer] = await streams.read([{ namespace: acme, from: 'now' }])
  if (answer?.kind !== 'start') throw new Error('Nothing was heard before')
  return answer.at
}

test('a stream without events has a place to begin from, and it stays', async () => {
  const { streams } = open()
  const at = await begin(streams)
  expect(at).toMatch(/^\d{13}-\d+:[0-9a-f]{18}$/)
  expect(await begin(streams)).toBe(at)
  expect(await streams.read([{ namespace: acme, from: { after: at } }])).toEqual([
    { kind: 'events', events: [], more: false },
  ])
})

test('several questions have one answer each, of one stream too', async () => {
  const { streams, store } = open()
  const at = await begin(streams)
  await store.bump([flow('1'), flow('2')], 'a')
  await store.bump([flow('3')], 'b')
  const [all, none, start] = await streams.read([
    { namespace: acme, from: { after: at } },
    { namespace: globalNamespace, from: { after: at } },
    { namespace: acme, from: 'now' },
  ])
  if (all?.kind !== 'events') throw new Error('It is known')
  expect(all.events.map(({ tags }) => tags)).toEqual([[flow('1'), flow('2')], [flow('3')]])
  expect(none, 'it is another stream’s').toMatchObject({ kind: 'lost' })
  expect(start).toEqual({ kind: 'start', at: all.events.at(-1)?.position })
})

test('an event that is gone, or is another one of the same number, is lost', async () => {
  const { streams, store, redis, keys } = open()
  const at = await begin(streams)
  await store.bump([flow('1')], 'a')
  const other = `${at.split(':')[0]}:othernonce` as Position
  expect(await streams.read([{ namespace: acme, from: { after: other } }])).toMatchObject([
    { kind: 'lost' },
  ])
  await redis.xtrim(keys.stream(acme), { strategy: 'MAXLEN', threshold: 1, exactness: '=' })
  expect(await streams.read([{ namespace: acme, from: { after: at } }])).toMatchObject([
    { kind: 'lost' },
  ])
  await redis.del(keys.stream(acme))
  expect(await streams.read([{ namespace: acme, from: { after: at } }])).toMatchObject([
    { kind: 'lost' },
  ])
})

test('a stream is read from a moment ago, by the engine’s clock', async () => {
  const { streams, store } = open()
  const recent = (ago: number) => streams.read([{ namespace: acme, from: { ago } }])
  const [nothing] = await recent(60_000)
  expect(nothing).toMatchObject({ kind: 'start' })
  await store.bump([flow('1')], 'a')
  const [young] = await recent(60_000)
  if (young?.kind !== 'events') throw new Error('There is one')
  expect(young.events.flatMap(({ tags }) => tags)).toEqual([flow('1')])
  await expect.poll(async () => (await recent(1))[0]?.kind).toBe('start')
})

test('many events come in parts, without a gap', async () => {
  const { streams, store } = open()
  let at = await begin(streams)
  const names = Array.from({ length: 450 }, (_, count) => flow(String(count)))
  await Promise.all(names.map((name) => store.bump([name], 'a')))
  const heard: string[] = []
  for (let more = true; more; ) {
    const [answer] = await streams.read([{ namespace: acme, from: { after: at } }])
    if (answer?.kind !== 'events') throw new Error('It is known')
    heard.push(...answer.events.flatMap(({ tags }) => tags))
    at = answer.events.at(-1)?.position ?? at
    more = answer.more
  }
  expect(heard.sort()).toEqual(names.sort())
})

test('a subscriber is woken by each change and hears what is said, until it leaves', async () => {
  const { streams, store } = open()
  const leaving = new AbortController()
  const heard: string[] = []
  let wake = (): void => undefined
  const message = (text: string) => {
    heard.push(text)
    wake()
  }
  let ended = Promise.resolve()
  await new Promise<void>((ready) => {
    ended = streams.subscribe(acme, { ready, message }, leaving.signal)
  })
  const next = async (work: () => Promise<unknown>) => {
    const woken = new Promise<void>((resolve) => {
      wake = resolve
    })
    await work()
    await woken
  }
  await next(() => store.bump([flow('1')], 'a'))
  await next(() => streams.publish(acme, '{"text": "hällo, wörld"}'))
  expect(heard).toEqual([expect.stringMatching(/^\d{13}-\d+$/), '{"text": "hällo, wörld"}'])
  leaving.abort()
  await ended
})

test('a far end that refuses or is not there breaks the subscription, without its address', async () => {
  const { UPSTASH_REDIS_REST_URL: url = '' } = farEnds().env
  const address = { keys: createKeys('x'), nonce: () => 'n' }
  const subscriber = { ready: () => undefined, message: () => undefined }
  const { signal } = new AbortController()
  for (const wrong of [
    { url, token: 'wrong' },
    { url: 'http://127.0.0.1:1', token: 'x' },
  ]) {
    const broken = createUpstashChangeStreams({ ...address, ...wrong }).subscribe(
      acme,
      subscriber,
      signal,
    )
    await expect(broken).rejects.toThrow(/^(Subscribing: status 401|The subscription broke)$/)
  }
})
