import { beforeEach, expect, test } from 'vitest'
import { KeptWrites } from './kept-writes'
import { type RequestRuntime, systemRuntime } from './runtime'

/** What arrived, as `address key`; none arrives without a connection. */
let arrived: string[]
let counts: number[]
let online: boolean
let clock: number
let writes: KeptWrites

beforeEach(() => {
  arrived = []
  counts = []
  online = true
  clock = 0
  let keys = 0
  const runtime: RequestRuntime = {
    ...systemRuntime,
    fetch: async (url, init) => {
      if (!online) throw new TypeError('fetch failed')
      arrived.push(`${url} ${new Headers(init.headers).get('Idempotency-Key')}`)
      if (url === '/cut') online = false
      return Response.json({ at: url })
    },
    now: () => clock,
    online: () => online,
    newKey: () => `key-${++keys}`,
  }
  writes = new KeptWrites(runtime, (count) => counts.push(count))
})

const write = (address: string, onKept?: () => void) =>
  writes.send({ address, method: 'POST' }, { kind: 'default', onKept })

test('with a connection a write is sent at once', async () => {
  expect(await write('/one')).toEqual({ ok: true, data: { at: '/one' } })
  expect(counts).toEqual([])
})

test('without one writes wait, and are sent in their order under their own names', async () => {
  online = false
  const kept: string[] = []
  const all = ['/one', '/two', '/three'].map((at) => write(at, () => kept.push(at)))
  await expect.poll(() => counts).toEqual([1, 2, 3])
  expect([arrived, kept]).toEqual([[], ['/one', '/two', '/three']])
  online = true
  await writes.sendWaiting()
  expect(await Promise.all(all)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  expect(arrived).toEqual(['/one key-1', '/two key-2', '/three key-3'])
  expect(counts).toEqual([1, 2, 3, 2, 1, 0])
})

test('nothing overtakes what waits', async () => {
  online = false
  const first = write('/one')
  await expect.poll(() => counts).toEqual([1])
  online = true
  const second = write('/two')
  await expect.poll(() => counts).toEqual([1, 2])
  await Promise.all([writes.sendWaiting(), writes.sendWaiting()])
  await Promise.all([first, second])
  expect(arrived).toEqual(['/one key-1', '/two key-2'])
})

test('a connection that goes again leaves the rest waiting', async () => {
  online = false
  void write('/cut')
  const second = write('/two')
  await expect.poll(() => counts).toEqual([1, 2])
  online = true
  await writes.sendWaiting()
  expect(arrived).toEqual(['/cut key-1'])
  online = true
  await writes.sendWaiting()
  expect(await second).toMatchObject({ ok: true })
})

test('what waited longer than its name is known is not sent', async () => {
  online = false
  const old = write('/one')
  await expect.poll(() => counts).toEqual([1])
  online = true
  clock = 13 * 3_600_000
  await writes.sendWaiting()
  expect(await old).toMatchObject({ ok: false, code: 'offline' })
  expect([arrived, counts]).toEqual([[], [1, 0]])
})
