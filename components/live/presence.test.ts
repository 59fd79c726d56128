import { expect, test } from 'vitest'
import { createLiveWorld } from '@/tests/support/live/browser-world'
import { createLiveClient } from './live-client'

const ana = { userId: 'ana', name: 'Ana', mappingId: null }

/** A tab that is told of Ana whenever she says where she is. */
async function createStage() {
  const world = createLiveWorld()
  const live = createLiveClient(world.openTab('tab').runtime, world.now())
  live.enter('person', ['acme/erp'])
  await world.pass(1_000)
  const stage = {
    live,
    world,
    changes: 0,
    say: (...people: (typeof ana)[]) => world.sendAll('presence', { flowId: 'flow', people }),
  }
  live.subscribe(() => {
    stage.changes += 1
  })
  return stage
}

test('people are at a flow while they say so, and no longer', async () => {
  const stage = await createStage()
  const { live, world, say } = stage
  say(ana)
  await world.pass(20_000)
  say(ana)
  await world.pass(20_000)
  expect([live.people('flow'), stage.changes]).toEqual([[ana], 2])
  await world.pass(15_000)
  expect([live.people('flow'), stage.changes]).toEqual([[], 3])

  say(ana)
  await world.pass(100)
  say()
  await world.pass(100)
  expect(live.people('flow')).toEqual([])
})

test('whoever comes to a browser next sees nobody whom the one before saw', async () => {
  const { live, world, say } = await createStage()
  say(ana)
  await world.pass(100)
  expect(live.people('flow')).toEqual([ana])
  live.leave()
  expect(live.people('flow')).toEqual([])
})
