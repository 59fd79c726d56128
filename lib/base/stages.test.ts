import { expect, test } from 'vitest'
import { type Asked, forEachInTurns, inTwoStages, inWritingStages } from './stages'

/** A promise that the test settles. */
function deferred() {
  let resolve = () => {}
  let reject = (_: Error) => {}
  const promise = new Promise<void>((whenDone, whenFailed) => {
    resolve = whenDone
    reject = whenFailed
  })
  return { promise, resolve, reject }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('an item is prepared while the one before is finished, and never two at once', async () => {
  const seen: string[] = []
  const writing = new Map([1, 2, 3].map((item) => [item, deferred()]))
  const all = inTwoStages(
    [1, 2, 3],
    async (item) => {
      seen.push(`prepare ${item}`)
      return item
    },
    async (item) => {
      seen.push(`finish ${item}`)
      await writing.get(item)?.promise
    },
  )
  await turn()
  expect(seen).toEqual(['prepare 1', 'finish 1', 'prepare 2'])
  writing.get(1)?.resolve()
  await turn()
  expect(seen.slice(3)).toEqual(['finish 2', 'prepare 3'])
  for (const { resolve } of writing.values()) resolve()
  await all
  expect(seen.at(-1)).toBe('finish 3')
})

test('nothing is going on any more when a failure is thrown, whichever stage failed', async () => {
  const slow = deferred()
  let thrown: unknown = null
  const failing = inTwoStages(
    [1, 2],
    async (item) => {
      if (item === 2) throw new Error('not read')
      return item
    },
    () => slow.promise,
  ).catch((error: unknown) => {
    thrown = error
  })
  await turn()
  expect(thrown).toBeNull()
  slow.resolve()
  await failing
  expect(thrown).toEqual(new Error('not read'))

  const preparing = deferred()
  const finishing = deferred()
  thrown = null
  const second = inTwoStages(
    [1, 2],
    (item) => (item === 2 ? preparing.promise : Promise.resolve()),
    () => finishing.promise,
  ).catch((error: unknown) => {
    thrown = error
  })
  await turn()
  finishing.reject(new Error('not written'))
  await turn()
  expect(thrown).toBeNull()
  preparing.resolve()
  await second
  expect(thrown).toEqual(new Error('not written'))
})

test('nothing is asked of either stage without items', async () => {
  const never = () => Promise.reject(new Error('asked'))
  await expect(inTwoStages([], never, never)).resolves.toBeUndefined()
})

test('others get their turn after every so many items, and the order stays', async () => {
  const seen: (number | string)[] = []
  const done = forEachInTurns([1, 2, 3, 4, 5], 2, (item) => seen.push(item))
  setImmediate(() => seen.push('other'))
  await done
  expect(seen.filter((item) => item !== 'other')).toEqual([1, 2, 3, 4, 5])
  expect(seen.indexOf('other')).toBeLessThan(5)
})

/** Writing stages that say what they do; `written` settles what was asked for. */
function writingStages(seen: string[], written: ReadonlyMap<number, { promise: Promise<void> }>) {
  const say = async (stage: string, item: number) => {
    seen.push(`${stage} ${item}`)
    return item
  }
  return {
    load: (item: number) => say('load', item),
    read: (item: number) => say('read', item),
    look: (item: number) => say('look', item),
    write: async (item: number, _: number, before: Asked<number> | null) => {
      seen.push(`write ${item} after ${before?.item ?? 'none'}`)
      return { done: written.get(item)?.promise ?? Promise.resolve() }
    },
  }
}

test('while an item is written the next is asked for and the one after it is read', async () => {
  const seen: string[] = []
  const written = new Map([1, 2, 3, 4].map((item) => [item, deferred()]))
  const all = inWritingStages([1, 2, 3, 4], writingStages(seen, written))
  await turn()
  const atFirst = ['load 1', 'read 1', 'load 2', 'look 1', 'read 2', 'load 3', 'look 2']
  expect(seen).toEqual([
    ...atFirst,
    'write 1 after none',
    ...['read 3', 'load 4', 'look 3', 'write 2 after 1'],
  ])
  written.get(1)?.resolve()
  await turn()
  expect(seen.slice(12)).toEqual(['read 4', 'look 4', 'write 3 after 2'])
  for (const { resolve } of written.values()) resolve()
  await all
  expect(seen.at(-1)).toBe('write 4 after 3')
})

test('a failure of writing is thrown once all that was begun is over', async () => {
  const written = new Map([1, 2].map((item) => [item, deferred()]))
  let thrown: unknown = null
  const all = inWritingStages([1, 2, 3], writingStages([], written)).catch((error: unknown) => {
    thrown = error
  })
  await turn()
  written.get(1)?.reject(new Error('not written'))
  await turn()
  expect(thrown).toBeNull()
  written.get(2)?.resolve()
  await all
  expect(thrown).toEqual(new Error('not written'))
  await expect(inWritingStages([], writingStages([], written))).resolves.toBeUndefined()
})
