import { expect, test } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import { settle } from '@/tests/support/cache/instance'
import {
  acme,
  ana,
  clientId,
  engagementId,
  flow,
  member,
  openHub,
  userId,
} from '@/tests/support/live/listening'
import { type Audience, audienceOf } from './audience'

test('a listener hears what changes, with a place to go on from', async () => {
  const { streams, join, soon } = openHub()
  const one = join()
  await soon()
  expect(one.told).toEqual([
    {
      event: 'hello',
      id: expect.stringMatching(/^global=.+,client\.acme=/),
      data: { beatSeconds: 15, resumed: false },
    },
  ])
  streams.add(acme, flow('1'))
  streams.add(globalNamespace, member)
  await soon()
  expect(one.facts().sort()).toEqual([flow('1'), member].sort())
  const [change] = one.told.flatMap(({ data }) => data.changes ?? [])
  expect(change?.name, 'as whoever made it was told').toBe(streams.all(acme).at(-1)?.position)
  expect(one.last()).toContain(streams.all(acme).at(-1)?.position)
  expect(one.last()).toContain(streams.all(globalNamespace).at(-1)?.position)
})

test('however many listen, a namespace is subscribed to once and read once', async () => {
  const { streams, join, advance, hub } = openHub()
  const many = Array.from({ length: 50 }, () => join())
  await advance(500)
  await advance(500)
  expect(streams.asked.subscriptions).toBe(2)
  const before = streams.asked.reads
  streams.add(acme, flow('1'))
  await settle()
  expect(many.every((one) => one.facts().includes(flow('1')))).toBe(true)
  expect(streams.asked.reads).toBe(before + 1)
  expect(hub.connectionsOf(userId)).toBe(50)
})

test('the more listen, the longer a burst is gathered, and its first change never', async () => {
  const { streams, join, advance } = openHub()
  const [one] = Array.from({ length: 100 }, () => join())
  for (let turn = 0; turn < 3; turn++) await advance(500)
  streams.add(acme, flow('1'))
  await settle()
  expect(one?.facts()).toEqual([flow('1')])
  streams.add(acme, flow('2'))
  await advance(40)
  expect(one?.facts()).toEqual([flow('1')])
  await advance(10)
  expect(one?.facts()).toEqual([flow('1'), flow('2')])
})

test('a burst comes merged', async () => {
  const { streams, join, soon } = openHub()
  const one = join()
  await soon()
  for (let count = 0; count < 100; count++) streams.add(acme, flow('1'), flow('list'))
  await soon()
  expect(one.facts()).toHaveLength(200)
  expect(one.told.filter(({ event }) => event === 'change').length).toBeLessThanOrEqual(2)
})

test('more than comes at one time is asked for until its end', async () => {
  const { streams, join, soon } = openHub(3)
  const one = join()
  await soon()
  for (let count = 0; count < 10; count++) streams.add(acme, flow(String(count)))
  for (let turn = 0; turn < 4; turn++) await soon()
  expect(one.facts()).toHaveLength(10)
})

test('whoever comes again hears everything since, and nothing twice', async () => {
  const { streams, join, soon } = openHub(3)
  const one = join()
  await soon()
  streams.add(acme, flow('seen'))
  await soon()
  one.leave()
  for (let count = 0; count < 10; count++) streams.add(acme, flow(`missed-${count}`))
  for (let turn = 0; turn < 5; turn++) await soon()
  const again = join({ after: one.last() })
  for (let turn = 0; turn < 3; turn++) await soon()
  expect(again.told[0]).toMatchObject({ event: 'hello', data: { resumed: true } })
  expect(again.facts()).toEqual(
    streams
      .all(acme)
      .slice(-10)
      .flatMap(({ tags }) => tags),
  )
})

test('a page that was made a moment ago begins there, in streams of which it heard nothing', async () => {
  const { streams, join, soon } = openHub()
  streams.add(acme, flow('while it was made'))
  const one = join({ ago: '3000' })
  const plain = join()
  await soon()
  expect(one.told[0]).toMatchObject({ event: 'hello', data: { resumed: true } })
  expect(one.facts()).toEqual([flow('while it was made')])
  expect(plain.facts()).toEqual([])
  streams.add(acme, flow('1'))
  await soon()
  expect(one.facts()).toHaveLength(2)
  const again = join({ ago: '3000', after: one.last() })
  await soon()
  expect(again.facts(), 'what was heard goes before').toEqual([])
})

test('who was cut off in the middle of what was said goes on from what arrived', async () => {
  const { streams, join, soon, advance } = openHub()
  streams.isAlive = false
  const one = join({ ago: '3000' })
  one.state.isReady = false
  await advance(400)
  await advance(400)
  streams.isAlive = true
  streams.add(acme, flow('1'))
  for (let turn = 0; turn < 4; turn++) await advance(1_000)
  one.state.isReady = true
  one.drained()
  expect(one.names()).toContain('well')
  for (const until of [1, 2]) {
    const arrived = one.told.slice(0, until)
    const after = arrived.findLast(({ id }) => id !== '')?.id
    const again = join({ after, ago: '3000' })
    await soon()
    const heard = arrived.flatMap(({ data }) => data.changes ?? [])
    expect([...heard, ...again.facts()], `after ${until}`).toHaveLength(1)
  }
})

test('the last word of a stream skips nothing that a slow listener was not told', async () => {
  const { hub, streams, join, soon } = openHub()
  const one = join()
  await soon()
  one.state.isReady = false
  streams.add(acme, flow('1'))
  await soon()
  hub.close('restart')
  expect(one.names()).toEqual(['hello', 'over'])
  expect(one.last()).not.toContain(streams.all(acme).at(-1)?.position)
})

test('a place that the stream forgot asks for everything', async () => {
  const { streams, join, soon } = openHub()
  const one = join()
  await soon()
  one.leave()
  for (let count = 0; count < 5; count++) streams.add(acme, flow('1'))
  streams.trim(acme, 2)
  const late = join({ after: one.last() })
  await soon()
  expect(late.names()).toEqual(['hello', 'resync'])
})

test('a place that cannot be read asks for everything', async () => {
  const { join, soon } = openHub()
  const one = join({ after: 'client.acme=zzz' })
  await soon()
  expect(one.names()).toEqual(['hello', 'resync'])
})

test('an emptied store asks for everything, once, and goes on', async () => {
  const { streams, join, soon } = openHub()
  const one = join()
  await soon()
  streams.add(acme, flow('1'))
  await soon()
  streams.flush()
  streams.add(acme, flow('lost?'))
  await soon()
  expect(one.names()).toEqual(['hello', 'change', 'resync'])
  streams.add(acme, flow('2'))
  await soon()
  expect(one.facts()).toEqual([flow('1'), flow('2')])
})

test('a lost subscription is made up for by looking every two seconds', async () => {
  const { streams, join, soon, advance } = openHub()
  const one = join()
  await soon()
  streams.isHeard = false
  streams.cut()
  await soon()
  streams.add(acme, flow('1'))
  await soon()
  expect(one.facts()).toEqual([])
  await advance(1_000)
  await advance(1_000)
  await soon()
  expect(one.facts()).toEqual([flow('1')])
})

test('what is published while nobody is told is seen by the look for safety', async () => {
  const { streams, join, soon, advance } = openHub()
  const one = join()
  await soon()
  streams.isHeard = false
  streams.add(acme, flow('1'))
  for (let turn = 0; turn < 16; turn++) await advance(1_000)
  expect(one.facts()).toEqual([flow('1')])
})

test('a dead store is told, and afterwards nothing is lost', async () => {
  const { streams, join, soon, advance } = openHub()
  const one = join()
  await soon()
  streams.isAlive = false
  streams.cut()
  await soon()
  await advance(400)
  await soon()
  expect(one.names()).toEqual(['hello', 'trouble'])
  const late = join()
  await soon()
  expect(late.names(), 'who comes now is told at once').toEqual(['hello', 'trouble'])
  streams.isAlive = true
  streams.add(acme, flow('1'))
  for (let turn = 0; turn < 4; turn++) await advance(1_000)
  expect(one.names()).toEqual(['hello', 'trouble', 'well', 'change'])
  expect(one.facts()).toEqual([flow('1')])
  expect(late.names()).toContain('well')
})

test('who began while nothing was known asks for everything once it is', async () => {
  const { streams, join, advance } = openHub()
  streams.isAlive = false
  const one = join()
  await advance(400)
  await advance(400)
  expect(one.names()).toEqual(['hello', 'trouble'])
  streams.isAlive = true
  for (let turn = 0; turn < 4; turn++) await advance(1_000)
  expect(one.names()).toEqual(['hello', 'trouble', 'well', 'resync'])
})

test('a slow listener holds a bounded number of facts, then is told to ask for all', async () => {
  const { streams, join, soon } = openHub()
  const one = join()
  await soon()
  one.state.isReady = false
  streams.add(acme, flow('1'))
  await soon()
  expect(one.facts()).toEqual([])
  for (let count = 0; count < 25; count++) {
    streams.add(acme, ...Array.from({ length: 100 }, (_, at) => flow(`${count}-${at}`)))
  }
  await soon()
  one.state.isReady = true
  one.drained()
  expect(one.names()).toEqual(['hello', 'resync'])
  expect(one.last()).toContain(streams.all(acme).at(-1)?.position)
})

test('a change of rights is looked at before anything else is told', async () => {
  const { streams, join, soon } = openHub()
  let answer: (audience: Audience | null) => void = () => undefined
  const recheck = () => new Promise<Audience | null>((resolve) => (answer = resolve))
  const one = join({ recheck })
  await soon()
  streams.add(globalNamespace, member)
  await soon()
  streams.add(acme, flow('1'))
  await soon()
  expect(one.names()).toEqual(['hello'])
  answer(audienceOf(ana))
  await soon()
  expect(one.facts()).toEqual([member, flow('1')])
  streams.add(globalNamespace, member)
  await soon()
  streams.add(acme, flow('2'))
  answer(null)
  await soon()
  expect(one.told.at(-1)).toMatchObject({ event: 'over', data: { why: 'revoked' } })
  expect(one.facts()).not.toContain(flow('2'))
  expect(one.state.isEnded).toBe(true)
})

test('what came with the loss of rights is told only as far as the rest of them goes', async () => {
  const { streams, join, soon } = openHub()
  const audience = audienceOf({ ...ana, isAdmin: true })
  const one = join({ audience, recheck: async () => audienceOf(ana) })
  await soon()
  streams.add(globalNamespace, member, encodeTag(globalNamespace, 'user', 'eve'))
  await soon()
  expect(one.facts()).toEqual([member])
})

test('a listener whose rights nobody can tell is sent to the door', async () => {
  const { streams, join, soon } = openHub()
  const one = join({ recheck: () => Promise.reject(new Error('Nobody is there')) })
  await soon()
  streams.add(globalNamespace, member)
  await soon()
  expect(one.told.at(-1)).toMatchObject({ event: 'over', data: { why: 'restart' } })
})

test('what was lost of everybody’s facts may have been about rights', async () => {
  const { streams, join, soon } = openHub()
  const one = join({ recheck: async () => null })
  await soon()
  streams.flush()
  streams.add(globalNamespace, flow('1'))
  await soon()
  expect(one.told.at(-1)).toMatchObject({ event: 'over', data: { why: 'revoked' } })
})

test('it gives signs of life, and ends after its time and when it is switched off', async () => {
  const { join, advance, soon } = openHub()
  let on = true
  const short = join({ lifetime: 20_000 })
  const long = join({ isOn: () => on })
  await soon()
  for (let turn = 0; turn < 21; turn++) await advance(1_000)
  expect(short.told.map(({ event }) => event)).toEqual(['hello', 'beat', 'over'])
  expect(short.told.at(-1)?.data).toEqual({ why: 'limit' })
  on = false
  for (let turn = 0; turn < 15; turn++) await advance(1_000)
  expect(long.told.at(-1)?.data).toEqual({ why: 'limit' })
})

test('presence reaches those of its engagement, and is kept nowhere', async () => {
  const { hub, join, soon, streams } = openHub()
  const here = join()
  const elsewhere = join({
    audience: audienceOf({ ...ana, places: [{ clientId, engagementId: 'other' }] }),
  })
  await soon()
  const of = { flowId: 'f', people: [{ userId, name: 'Ana', mappingId: null }] }
  await hub.tell({ clientId, engagementId }, of)
  await streams.publish(acme, 'not ours')
  expect(here.told.at(-1)).toMatchObject({ event: 'presence', data: of })
  expect(elsewhere.names()).toEqual(['hello'])
  expect(streams.all(acme).flatMap(({ tags }) => tags)).toEqual([])
})

test('nothing is left of listeners that went, nor of what they listened to', async () => {
  const { hub, join, soon, advance } = openHub()
  const many = Array.from({ length: 20 }, () => join())
  await soon()
  expect(hub.figures()).toEqual({ listeners: 20, feeds: 2, subscribed: 2, waiting: 0 })
  for (const one of many) one.leave()
  expect(hub.figures()).toMatchObject({ listeners: 0, waiting: 0 })
  for (let turn = 0; turn < 12; turn++) await advance(1_000)
  expect(hub.figures()).toEqual({ listeners: 0, feeds: 0, subscribed: 0, waiting: 0 })
})

test('a process that ends tells its listeners, and those who come too late', async () => {
  const { hub, join, soon } = openHub()
  const one = join()
  await soon()
  hub.close('restart')
  const late = join()
  for (const { told, state } of [one, late]) {
    expect(told.at(-1)).toMatchObject({ event: 'over', data: { why: 'restart' } })
    expect(state.isEnded).toBe(true)
  }
  expect(hub.figures()).toEqual({ listeners: 0, feeds: 0, subscribed: 0, waiting: 0 })
})

test('one question is answered for nobody in particular', async () => {
  const { hub, streams, advance } = openHub()
  const begun = await hub.ask({ namespace: acme, from: 'now' })
  if (begun.kind !== 'start') throw new Error('It begins')
  streams.add(acme, flow('1'))
  await advance(30)
  expect(await hub.ask({ namespace: acme, from: { after: begun.at } })).toMatchObject({
    events: [{ tags: [flow('1')] }],
  })
  streams.isAlive = false
  await advance(30)
  await expect(hub.ask({ namespace: acme, from: { after: begun.at } })).rejects.toThrow()
})

test('a question is answered while the process ends', async () => {
  const { hub } = openHub()
  const before = hub.ask({ namespace: acme, from: 'now' })
  hub.close('restart')
  expect(await before).toMatchObject({ kind: 'start' })
  expect(await hub.ask({ namespace: acme, from: 'now' })).toMatchObject({ kind: 'start' })
})
