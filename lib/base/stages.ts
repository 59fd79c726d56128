import { setImmediate } from 'node:timers/promises'

/**
 * Takes items through two stages, in their order: while one is being finished, the next is already
 * being prepared. When a stage fails, the other's work is waited for before the failure is thrown,
 * so that nothing goes on behind the caller's back.
 */
export async function inTwoStages<Item, Prepared>(
  items: Iterable<Item>,
  prepare: (item: Item) => Promise<Prepared>,
  finish: (prepared: Prepared) => Promise<void>,
): Promise<void> {
  let finishing = Promise.resolve()
  for (const item of items) {
    const [finished, prepared] = await Promise.allSettled([finishing, prepare(item)])
    if (finished.status === 'rejected') throw finished.reason
    if (prepared.status === 'rejected') throw prepared.reason
    finishing = finish(prepared.value)
  }
  await finishing
}

/** An item whose writing was asked for, and when that is done. */
export interface Asked<Ready> {
  item: Ready
  done: Promise<void>
}

/** What is done with each item, one after the other. */
interface WritingStages<Item, Loaded, Ready, Seen> {
  load(item: Item): Promise<Loaded>
  read(loaded: Loaded): Promise<Ready>
  /** Looks around before the item before it is written: it sees what was asked for until then. */
  look(ready: Ready): Promise<Seen>
  /**
   * Resolves as soon as all is asked for, and then gives when it will be done.
   * @param before the item before, which may still be being written
   */
  write(ready: Ready, seen: Seen, before: Asked<Ready> | null): Promise<{ done: Promise<void> }>
}

/**
 * Takes items through stages, in their order, so that a database always has something to do: while
 * it writes one item, the writing of the next is prepared and the one after that is read. When a
 * stage fails, what was begun is waited for before the failure is thrown.
 */
export async function inWritingStages<Item, Loaded, Ready, Seen>(
  items: Iterable<Item>,
  stages: WritingStages<Item, Loaded, Ready, Seen>,
): Promise<void> {
  const { load, look, write } = stages
  const begun: Promise<unknown>[] = []
  const begin = <T>(work: Promise<T>): Promise<T> => {
    begun.push(work.catch(() => undefined))
    return work
  }
  let ready: { item: Ready; seen: Promise<Seen> } | null = null
  let writing: Asked<Ready> | null = null
  const writeReady = async (before: Asked<Ready> | null): Promise<Asked<Ready> | null> => {
    if (ready === null) return null
    const { item, seen } = ready
    const { done } = await write(item, await seen, before)
    return { item, done: begin(done) }
  }
  try {
    const toLoad = items[Symbol.iterator]()
    const loadNext = () => {
      const { done, value } = toLoad.next()
      return done ? null : begin(load(value))
    }
    for (let loading = loadNext(); loading !== null; ) {
      const read = await stages.read(await loading)
      loading = loadNext()
      const seen = begin(look(read))
      const before: Asked<Ready> | null = writing
      writing = await writeReady(before)
      await before?.done
      ready = { item: read, seen }
    }
    const last = await writeReady(writing)
    await writing?.done
    await last?.done
  } finally {
    await Promise.all(begun)
  }
}

/** Calls `work` with each item; after every so many, whatever else waits gets its turn. */
export async function forEachInTurns<Item>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => void,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index % size === size - 1) await setImmediate()
    work(item)
  }
}
