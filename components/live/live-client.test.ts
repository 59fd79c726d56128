import { expect, test } from 'vitest'
import { createLiveWorld } from '@/tests/support/live/browser-world'
import { createLiveClient } from './live-client'
import type { ShownPage } from './shown-page'

const place = 'acme/erp'
const tag = (name: string) => `client.a:${name}:e:list`

function pageOf(reads: ShownPage['reads'], changes: string[] = [], id = 'first'): ShownPage {
  return { id, reads, changes, afterAction: false }
}
const mapping = { 'mapping.page': [tag('mapping')], 'users.context': ['global:user:u'] }

/** A tab that shows a page of some reads, a moment after it was opened. */
async function createStage(reads: ShownPage['reads'] = mapping) {
  const world = createLiveWorld()
  const { runtime } = world.openTab('tab')
  const live = createLiveClient(runtime, world.now())
  const stage = {
    world,
    live,
    refreshes: 0,
    /** What a refresh brings, if it brings a page. */
    next: null as (() => ShownPage) | null,
  }
  live.refreshWith(async () => {
    stage.refreshes += 1
    const at = world.now()
    await new Promise<void>((resolve) => runtime.later(50, resolve))
    const page = stage.next?.()
    if (!page) return
    live.askedAt(page.id, at)
    live.show(page)
  })
  live.show(pageOf(reads))
  live.enter('person', [place])
  await world.pass(1_000)
  return stage
}

test('a page that comes while the tab joins is shown anew for what changed, and only then', async () => {
  const world = createLiveWorld()
  const open = (name: string) => {
    const { runtime } = world.openTab(name)
    // As `performance.timeOrigin` says it.
    const live = createLiveClient(runtime, world.now() + 0.2)
    const tab = { live, refreshes: 0 }
    live.refreshWith(async () => void tab.refreshes++)
    return tab
  }
  const show = (tab: ReturnType<typeof open>) => {
    tab.live.enter('person', [place])
    tab.live.show(pageOf(mapping))
  }
  const leading = open('leading')
  show(leading)
  await world.pass(2_000)
  const following = open('following')
  show(following)
  await world.pass(2_000)
  expect([leading.refreshes, following.refreshes]).toEqual([0, 0])

  const late = open('late')
  world.write(place, tag('mapping'))
  show(late)
  await world.pass(2_000)
  expect([leading.refreshes, following.refreshes, late.refreshes]).toEqual([1, 1, 1])
})

test('a change of one of its tags shows the page anew, another does nothing', async () => {
  const stage = await createStage()
  stage.world.write(place, tag('asset'))
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(0)
  stage.world.write(place, tag('asset'), tag('mapping'))
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(1)
})

test('the purge of a namespace shows its pages anew', async () => {
  const stage = await createStage()
  stage.world.write(place, 'client.b')
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(0)
  stage.world.write(place, 'client.a')
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(1)
})

test('any change concerns a page of which nobody knows the tags', async () => {
  const stage = await createStage(null)
  stage.world.write(place, tag('asset'))
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(1)
})

test('a page that was rendered after a change is not shown anew for it', async () => {
  const stage = await createStage()
  const name = stage.world.write(place, tag('mapping'))
  // The page of a navigation, whose request began after the change was heard of or told it.
  stage.live.show(pageOf(mapping, [name.split(':')[1] ?? ''], 'second'))
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(0)
})

test('what stands before a change that a page holds is held, too, in the same stream alone', async () => {
  const stage = await createStage()
  const { live, world } = stage
  live.act()
  world.write(place, tag('mapping'))
  const last = world.write(place, tag('mapping'), tag('asset'))
  await world.pass(1_000)
  live.show(pageOf(mapping, [last.split(':')[1] ?? ''], 'second'))
  await world.pass(5_000)
  expect(stage.refreshes).toBe(0)

  live.act()
  world.write(place, 'global:user:u')
  const ofClient = world.write(place, tag('mapping'))
  await world.pass(1_000)
  live.askedAt('third', world.now() - 2_000)
  live.show(pageOf(mapping, [ofClient.split(':')[1] ?? ''], 'third'))
  await world.pass(5_000)
  expect(stage.refreshes, 'nothing says that the page holds what another stream told').toBe(1)
})

test('an action of one’s own is shown by its answer alone, another’s change by one refresh', async () => {
  const stage = await createStage()
  const { live, world } = stage
  const answered = live.act()
  const own = world.write(place, tag('mapping'))
  await world.pass(500)
  expect(stage.refreshes, 'its answer is under way').toBe(0)
  answered(true)
  await world.pass(2_000)
  expect(stage.refreshes, 'its page is under way').toBe(0)
  live.show({ id: 'acted', reads: null, changes: [own.split(':')[1] ?? ''], afterAction: true })
  await world.pass(5_000)
  expect(stage.refreshes).toBe(0)

  const answeredAgain = live.act()
  world.write(place, tag('mapping'))
  answeredAgain(true)
  live.show({ id: 'acted again', reads: null, changes: [], afterAction: true })
  await world.pass(1_000)
  expect(stage.refreshes).toBe(1)
})

test('an action whose answer brings no page keeps changes back until it comes, and no longer', async () => {
  const stage = await createStage()
  const answered = stage.live.act()
  stage.world.write(place, tag('mapping'))
  await stage.world.pass(1_000)
  expect(stage.refreshes).toBe(0)
  answered(false)
  await stage.world.pass(200)
  expect(stage.refreshes).toBe(1)
})

test('an action that never ends keeps nothing from the screen', async () => {
  const stage = await createStage()
  stage.live.act()
  stage.world.write(place, tag('mapping'))
  await stage.world.pass(10_000)
  expect(stage.refreshes).toBe(1)
})

test('a change during a refresh causes one more, unless the refreshed page holds it', async () => {
  const stage = await createStage()
  const { world } = stage
  world.write(place, tag('mapping'))
  await world.pass(50)
  expect(stage.refreshes).toBe(1)
  const during = world.write(place, tag('mapping'))
  stage.next = () => pageOf(mapping, [during.split(':')[1] ?? ''], 'holds it')
  await world.pass(5_000)
  expect(stage.refreshes).toBe(1)

  world.write(place, tag('mapping'))
  await world.pass(50)
  world.write(place, tag('mapping'))
  world.write(place, tag('mapping'))
  let count = 0
  stage.next = () => pageOf(mapping, [], `holds none ${count++}`)
  await world.pass(5_000)
  expect(stage.refreshes).toBe(3)
})

test('a page that comes back from before is shown anew if it changed meanwhile', async () => {
  const stage = await createStage()
  const { live, world } = stage
  live.askedAt('other', world.now())
  live.show(pageOf({ other: [tag('asset')] }, [], 'other'))
  await world.pass(60_000)
  live.show(pageOf(mapping))
  await world.pass(2_000)
  expect(stage.refreshes, 'nothing happened').toBe(0)

  live.show(pageOf({ other: [tag('asset')] }, [], 'other'))
  world.write(place, tag('mapping'))
  await world.pass(60_000)
  expect(stage.refreshes).toBe(0)
  live.show(pageOf(mapping))
  await world.pass(2_000)
  expect(stage.refreshes).toBe(1)
})

test('a part that looks after a read hears of its changes in the page’s place', async () => {
  const stage = await createStage()
  const { live, world } = stage
  let heard = 0
  const stop = live.keepReads(['mapping.page'], () => {
    heard += 1
  })
  world.write(place, tag('mapping'))
  await world.pass(2_000)
  expect([heard, stage.refreshes]).toEqual([1, 0])
  world.write(place, 'global:user:u')
  await world.pass(2_000)
  expect([heard, stage.refreshes]).toEqual([1, 1])
  stop()
  world.write(place, tag('mapping'))
  await world.pass(2_000)
  expect([heard, stage.refreshes]).toEqual([1, 2])
})

test('a part of a page that comes back from before asks for what changed meanwhile', async () => {
  const stage = await createStage()
  const { live, world } = stage
  live.askedAt('other', world.now())
  live.show(pageOf({ other: [tag('asset')] }, [], 'other'))
  world.write(place, tag('mapping'))
  await world.pass(60_000)
  let heard = 0
  live.show(pageOf(mapping))
  live.keepReads(['mapping.page'], () => {
    heard += 1
  })
  await world.pass(5_000)
  expect([heard, stage.refreshes]).toEqual([1, 0])
})

test('data with tags of its own hears of these', async () => {
  const stage = await createStage()
  let heard = 0
  stage.live.keepTags([tag('issue')], () => {
    heard += 1
  })
  stage.world.write(place, tag('asset'))
  stage.world.write(place, tag('issue'))
  await stage.world.pass(2_000)
  expect([heard, stage.refreshes]).toEqual([1, 0])
})

test('what nobody looks at is shown anew when somebody does', async () => {
  const stage = await createStage()
  stage.live.seen(false)
  for (let count = 0; count < 10; count++) stage.world.write(place, tag('mapping'))
  await stage.world.pass(60_000)
  expect(stage.refreshes).toBe(0)
  stage.live.seen(true)
  await stage.world.pass(2_000)
  expect(stage.refreshes).toBe(1)
})

test('when changes were lost everything is shown anew', async () => {
  const stage = await createStage()
  let heard = 0
  stage.live.keepTags([tag('issue')], () => {
    heard += 1
  })
  stage.world.sendAll('resync', {})
  await stage.world.pass(2_000)
  expect([heard, stage.refreshes]).toEqual([1, 1])
})

test('changes that were lost during a refresh cause one more', async () => {
  const stage = await createStage()
  stage.world.write(place, tag('mapping'))
  await stage.world.pass(50)
  stage.world.sendAll('resync', {})
  stage.next = () => pageOf(mapping, [], `shown ${stage.refreshes}`)
  await stage.world.pass(5_000)
  expect(stage.refreshes).toBe(2)
})

test('the badge’s words follow the connection', async () => {
  const stage = await createStage()
  const { live, world } = stage
  expect(live.status()).toBe('live')
  world.sendAll('trouble', { since: '' })
  await world.pass(10)
  expect(live.status()).toBe('trouble')
  world.sendAll('well', {})
  await world.pass(10)
  expect(live.status()).toBe('live')

  world.endStreams('limit')
  await world.pass(2_000)
  expect(live.status(), 'it comes again').toBe('live')

  world.feel('down')
  world.endStreams()
  await world.pass(2_000)
  expect(live.status()).toBe('reconnecting')
  world.feel('well')
  await world.pass(20_000)
  expect(live.status()).toBe('live')

  world.setOnline(false)
  live.check()
  await world.pass(100)
  expect(live.status()).toBe('offline')
  const name = world.write(place, tag('mapping'))
  world.setOnline(true)
  live.check()
  await world.pass(2_000)
  expect([live.status(), stage.refreshes, name]).toEqual(['live', 1, name])
})

test('where no stream can be held changes are asked for', async () => {
  const world = createLiveWorld()
  world.feel('buffering')
  const { runtime } = world.openTab('tab')
  const live = createLiveClient(runtime, world.now())
  let refreshes = 0
  live.refreshWith(async () => {
    refreshes += 1
  })
  live.show(pageOf(mapping))
  live.enter('person', [place])
  await world.pass(40_000)
  expect(live.status()).toBe('live')
  world.write(place, tag('mapping'))
  await world.pass(4_000)
  expect(refreshes).toBe(1)
  world.feel('well')
  await world.pass(120_000)
  expect(world.streams()).toEqual([[place]])
})

test('answers that are cut off are asked for again', async () => {
  const stage = await createStage()
  const { world } = stage
  world.feel('garbling')
  world.endStreams()
  await world.pass(60_000)
  expect(stage.live.status()).toBe('reconnecting')
  world.write(place, tag('mapping'))
  world.feel('well')
  await world.pass(30_000)
  expect([stage.live.status(), stage.refreshes]).toEqual(['live', 1])
})

test('a site that asks to wait is left alone as long as it says', async () => {
  const { world } = await createStage()
  world.feel('busy')
  world.endStreams()
  await world.pass(5_000)
  const asked = world.requests.length
  await world.pass(24_000)
  expect(world.requests).toHaveLength(asked)
  world.feel('well')
  await world.pass(10_000)
  expect(world.streams()).toEqual([[place]])
})

test('a site that does not tell of changes is asked once', async () => {
  const world = createLiveWorld()
  world.feel('off')
  const live = createLiveClient(world.openTab('tab').runtime, world.now())
  live.show(pageOf(mapping))
  live.enter('person', [place])
  await world.pass(600_000)
  expect(live.status()).toBe('off')
  expect(world.requests).toHaveLength(1)
})

test('on the way from one place to another the connection stays', async () => {
  const stage = await createStage()
  const { live, world } = stage
  const leave = live.enter('person', [place])
  leave()
  live.enter('person', [])
  await world.pass(10_000)
  expect(world.requests).toHaveLength(1)
  expect(world.streams()).toEqual([[place]])
})
