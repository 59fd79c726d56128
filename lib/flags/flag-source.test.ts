import { expect, test } from 'vitest'
import type { FlagSnapshot } from './flag-source'
import { createFlagSource } from './flag-source'

const everythingOn = {
  'cache-enabled': true,
  'cache-path': { default: { path: 'redis' } },
  'http-validators': { default: true },
  'live-updates': { default: true },
}

/** A clock that the test moves; who sleeps wakes when it has passed their time. */
function createTimer() {
  let time = 1_000_000
  let sleepers: { until: number; wake: () => void }[] = []
  return {
    now: () => time,
    sleep: (milliseconds: number) =>
      new Promise<void>((wake) => sleepers.push({ until: time + milliseconds, wake })),
    async pass(milliseconds: number) {
      time += milliseconds
      const due = sleepers.filter(({ until }) => until <= time)
      sleepers = sleepers.filter(({ until }) => until > time)
      for (const { wake } of due) wake()
      await new Promise(setImmediate)
    },
  }
}

function createStore() {
  const timer = createTimer()
  const reports: string[] = []
  const store = { answer: async (): Promise<unknown> => everythingOn, looks: 0 }
  const source = createFlagSource({
    load: () => {
      store.looks += 1
      return store.answer()
    },
    timer,
    background: () => undefined,
    report: (problems) => reports.push(problems.join('; ')),
  })
  const pathNow = async () => (await source.current()).values['cache-path'].default.path
  return { store, source, timer, reports, pathNow }
}

const gone = async (): Promise<never> => {
  throw new Error('Nobody is there')
}

test('a first request waits for the values and obeys them', async () => {
  const { source } = createStore()
  expect(source.held().source).toBe('safe-defaults')
  expect(await source.current()).toMatchObject({ source: 'edge-config', problems: [] })
})

test('requests of one second share one look, and those that come meanwhile too', async () => {
  const { source, store, timer } = createStore()
  await Promise.all([source.current(), source.current(), source.current()])
  await timer.pass(999)
  await source.current()
  expect(store.looks).toBe(1)
  await timer.pass(1)
  await source.current()
  expect(store.looks).toBe(2)
})

test('a flip is obeyed a look later, and nobody waits for it', async () => {
  const { pathNow, store, timer } = createStore()
  await pathNow()
  store.answer = async () => ({ ...everythingOn, 'cache-path': { default: { path: 'off' } } })
  await timer.pass(1_000)
  expect(await pathNow()).toBe('redis')
  await timer.pass(1)
  expect(await pathNow()).toBe('off')
})

test('a request waits 150 ms at most, and a later one only for what is left of them', async () => {
  const { source, store, timer } = createStore()
  store.answer = () => new Promise(() => undefined)
  const answers: FlagSnapshot['source'][] = []
  const ask = async () => void answers.push((await source.current()).source)
  void ask()
  await timer.pass(100)
  void ask()
  expect(answers).toEqual([])
  await timer.pass(50)
  expect(answers).toEqual(['safe-defaults', 'safe-defaults'])
  await ask()
  expect(answers).toHaveLength(3)
})

test('a clock that is put back does not keep anybody from looking', async () => {
  const { source, pathNow, store, timer } = createStore()
  await pathNow()
  store.answer = async () => ({ ...everythingOn, 'cache-enabled': false })
  await timer.pass(-3_600_000)
  expect((await source.current()).values['cache-enabled']).toBe(false)
})

test('what cannot be read leaves the last good values in force, for an hour', async () => {
  const { source, pathNow, store, timer } = createStore()
  await pathNow()
  for (const answer of [gone, async () => undefined, async () => 'not flags', async () => []]) {
    store.answer = answer
    await timer.pass(1_000)
    expect(await source.refresh()).toMatchObject({ source: 'last-good' })
    expect(await pathNow()).toBe('redis')
  }
  await timer.pass(3_600_000)
  expect(await source.refresh()).toMatchObject({ source: 'safe-defaults' })
  expect(await pathNow()).toBe('legacy')
})

test('a store that answers after two seconds has failed, and is asked again', async () => {
  const { source, pathNow, store, timer } = createStore()
  await pathNow()
  store.answer = () => new Promise(() => undefined)
  await timer.pass(1_000)
  await pathNow()
  await timer.pass(2_000)
  expect(source.held()).toMatchObject({ source: 'last-good', problems: [expect.any(String)] })
  await pathNow()
  expect(store.looks).toBe(3)
})

test('a single flag that is malformed is off though it was on, and the others stay', async () => {
  const { source, store, timer } = createStore()
  await source.current()
  store.answer = async () => ({ ...everythingOn, 'http-validators': { default: 'yes' } })
  await timer.pass(1_000)
  const { values, problems, source: from } = await source.refresh()
  expect(values['http-validators']).toEqual({ default: false, clients: {} })
  expect(values['cache-path'].default.path).toBe('redis')
  expect(problems).toEqual([expect.stringMatching(/^http-validators: /)])
  expect(from).toBe('edge-config')
})

test('trouble is told once, its end too', async () => {
  const { source, store, reports } = createStore()
  await source.refresh()
  expect(reports).toEqual([])
  store.answer = gone
  for (let times = 0; times < 3; times += 1) await source.refresh()
  expect(reports).toEqual(['Nobody is there'])
  store.answer = async () => everythingOn
  for (let times = 0; times < 3; times += 1) await source.refresh()
  expect(reports).toEqual(['Nobody is there', ''])
})

test('values of a moment ago are known by their digest; others are not', async () => {
  const { source, store } = createStore()
  const before = await source.refresh()
  store.answer = async () => ({ ...everythingOn, 'cache-enabled': false })
  const after = await source.refresh()
  expect(after.digest).not.toBe(before.digest)
  expect(source.recall(before.digest)).toEqual(before.values)
  expect(source.recall('somebody made this up')).toBeNull()
})

test('every look is told to who asked for it', async () => {
  const { source, store } = createStore()
  const seen: string[] = []
  source.onRefresh(({ source: from }) => seen.push(from))
  await source.refresh()
  store.answer = gone
  await source.refresh()
  expect(seen).toEqual(['edge-config', 'last-good'])
})
