import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLiveWorld, type LiveWorld } from '@/tests/support/live/browser-world'
import type { LiveStatus } from './live-status'
import { joinTabs } from './tabs'

const [acme, globex] = ['acme/erp', 'globex/exit']

/** @param from when its page was asked for */
function openTab(world: LiveWorld, name: string, places: readonly string[], from = world.now()) {
  const { runtime, crash, freeze } = world.openTab(name)
  const heard: string[] = []
  const told = { resyncs: 0, refusals: 0 }
  const people: string[] = []
  let status: LiveStatus = 'connecting'
  const tab = joinTabs('person', runtime, {
    changes: (changes) => heard.push(...changes.map((change) => change.name)),
    resync: () => {
      told.resyncs += 1
    },
    refused: () => {
      told.refusals += 1
    },
    status: (next) => {
      status = next
    },
    presence: (flowId) => people.push(flowId),
  })
  tab.aim(places, from)
  return { tab, heard, told, people, crash, freeze, status: () => status, openedAt: from }
}

test('two tabs hold one connection, and both hear of a change once', async () => {
  const world = createLiveWorld()
  const first = openTab(world, 'first', [acme])
  await world.pass(1_000)
  const second = openTab(world, 'second', [acme])
  await world.pass(1_000)
  expect(world.streams()).toEqual([[acme]])
  expect([first.status(), second.status()]).toEqual(['live', 'live'])

  const name = world.write(acme, 'tag')
  await world.pass(1_000)
  expect([first.heard, second.heard]).toEqual([[name], [name]])
})

test('the connection is of all places that any tab wants', async () => {
  const world = createLiveWorld()
  const first = openTab(world, 'first', [acme])
  await world.pass(1_000)
  openTab(world, 'second', [globex])
  await world.pass(1_000)
  expect(world.streams()).toEqual([[acme, globex]])
  const name = world.write(globex, 'tag')
  await world.pass(1_000)
  expect(first.heard).toEqual([name])
})

test.each(['leave', 'crash'] as const)('another tab goes on where one ended: %s', async (how) => {
  const world = createLiveWorld()
  const first = openTab(world, 'first', [acme])
  await world.pass(1_000)
  const second = openTab(world, 'second', [acme])
  await world.pass(1_000)
  const before = world.write(acme, 'tag')
  await world.pass(1_000)
  if (how === 'leave') first.tab.leave()
  else first.crash()
  const between = world.write(acme, 'tag')
  await world.pass(1_000)
  const after = world.write(acme, 'tag')
  await world.pass(1_000)
  expect(second.heard).toEqual([before, between, after])
  expect(second.told.resyncs).toBe(0)
  expect(world.streams()).toHaveLength(1)
  const { address = '' } = world.requests.at(-1) ?? {}
  expect(new URL(address, 'https://x').searchParams.get('after')).toMatch(/^acme\/erp=/)
})

test('a tab that leads and sleeps is replaced, and nothing is lost', async () => {
  const world = createLiveWorld()
  const first = openTab(world, 'first', [acme])
  await world.pass(1_000)
  const second = openTab(world, 'second', [acme])
  await world.pass(1_000)
  first.freeze()
  const name = world.write(acme, 'tag')
  await world.pass(200_000)
  expect(second.heard).toEqual([name])
})

test('what happened between the rendering and the joining is heard', async () => {
  const world = createLiveWorld()
  openTab(world, 'first', [acme])
  await world.pass(20_000)
  const renderedAt = world.now()
  const name = world.write(acme, 'tag')
  await world.pass(2_000)
  const late = openTab(world, 'late', [acme], renderedAt)
  await world.pass(1_000)
  expect(late.heard).toEqual([name])
  expect(late.told.resyncs).toBe(0)
  // Of a time of which nobody knows it is told that it may have missed something.
  const older = openTab(world, 'older', [acme], renderedAt - 60_000)
  await world.pass(1_000)
  expect(older.told.resyncs).toBe(1)
})

test('a tab that nobody welcomed begins where its page does, whatever it overheard', async () => {
  const world = createLiveWorld()
  const leading = world.openTab('leading')
  const nothing = () => undefined
  leading.runtime.lead('person', false, nothing, nothing)
  const channel = leading.runtime.openChannel<object>('person', nothing)
  const name = world.write(acme, 'tag')
  const late = openTab(world, 'late', [acme])
  channel.post({ kind: 'told', event: { kind: 'beat' }, id: `${acme}=1` })
  await world.pass(100)
  leading.crash()
  await world.pass(1_000)
  expect(late.heard).toEqual([name])
})

test('a place of which a stream said no position is asked for as long ago as before', async () => {
  const world = createLiveWorld()
  world.feel('wordless')
  const { heard } = openTab(world, 'tab', [acme])
  const name = world.write(acme, 'tag')
  await world.pass(1_000)
  world.feel('well')
  world.endStreams()
  await world.pass(1_000)
  expect(heard).toEqual([name])
})

test('where streams are cut off as soon as they begin changes are asked for now and then', async () => {
  const world = createLiveWorld()
  world.feel('cutting')
  const { heard, status } = openTab(world, 'tab', [acme])
  await world.pass(10_000)
  const asked = world.requests.length
  const name = world.write(acme, 'tag')
  await world.pass(30_000)
  expect([status(), heard]).toEqual(['live', [name]])
  expect(world.requests.length - asked).toBeLessThan(12)
})

test('people who look at a flow are told to every tab', async () => {
  const world = createLiveWorld()
  const tabs = [openTab(world, 'first', [acme]), openTab(world, 'second', [acme])]
  await world.pass(1_000)
  world.sendAll('presence', { flowId: 'flow', people: [] })
  await world.pass(1_000)
  expect(tabs.map(({ people }) => people)).toEqual([['flow'], ['flow']])
})

test('a refusal is told to every tab once, and the rest is heard again', async () => {
  const world = createLiveWorld()
  const first = openTab(world, 'first', [acme])
  const second = openTab(world, 'second', [globex])
  await world.pass(1_000)
  world.feel('refusing')
  world.endStreams('revoked')
  await world.pass(60_000)
  expect([first.told.refusals, second.told.refusals]).toEqual([1, 1])
  expect(world.requests.length, 'it does not ask for ever').toBeLessThan(6)

  // The refused tab shows another page now, which is of no place.
  world.feel('well')
  second.tab.leave()
  await world.pass(5_000)
  expect(world.streams()).toEqual([[acme]])
  const name = world.write(acme, 'tag')
  await world.pass(1_000)
  expect(first.heard).toEqual([name])
})

/** What may happen to a browser and its site, in any order. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), place: fc.constantFrom(acme, globex) }),
  fc.record({ kind: fc.constant('open' as const), place: fc.constantFrom(acme, globex) }),
  fc.record({
    kind: fc.constantFrom('leave' as const, 'crash' as const),
    which: fc.nat(5),
  }),
  fc.record({ kind: fc.constantFrom('broken' as const, 'limit' as const, 'restart' as const) }),
  fc.record({ kind: fc.constantFrom('down' as const, 'buffering' as const, 'well' as const) }),
  fc.record({ kind: fc.constant('pass' as const), milliseconds: fc.nat(20_000) }),
)

test('whatever happens, every tab hears of all that happened since it was rendered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
      const world = createLiveWorld()
      const written: { name: string; place: string; at: number }[] = []
      let tabs = [{ place: acme, ...openTab(world, 'tab 0', [acme]) }]
      let opened = 1
      for (const step of events) {
        switch (step.kind) {
          case 'write': {
            const { place } = step
            written.push({ name: world.write(place, 'tag'), place, at: world.now() })
            break
          }
          case 'open':
            tabs.push({
              place: step.place,
              ...openTab(world, `tab ${opened++}`, [step.place]),
            })
            break
          case 'leave':
          case 'crash': {
            const gone = tabs[step.which % Math.max(1, tabs.length)]
            if (step.kind === 'leave') gone?.tab.leave()
            else gone?.crash()
            tabs = tabs.filter((tab) => tab !== gone)
            break
          }
          case 'broken':
            world.endStreams()
            break
          case 'limit':
          case 'restart':
            world.endStreams(step.kind)
            break
          case 'pass':
            await world.pass(step.milliseconds)
            break
          default:
            world.feel(step.kind)
        }
      }
      world.feel('well')
      await world.pass(300_000)
      for (const { place, heard, openedAt } of tabs) {
        const due = written.filter((change) => change.place === place && change.at >= openedAt)
        const missing = due.filter(({ name }) => !heard.includes(name))
        expect(missing).toEqual([])
        expect(new Set(heard).size, 'none is told twice').toBe(heard.length)
      }
      expect(world.streams()).toHaveLength(Math.min(1, tabs.length))
    }),
    { numRuns: 60 },
  )
}, 120_000)
