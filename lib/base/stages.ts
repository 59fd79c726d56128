import { setImmediate } from 'node:timers/promises'

/**
 * Takes items through two stages, in their order: while one is being finished, the next is already
 * being prepared. When a stage fails, the other's work is waited for before the failure is thrown,
 * so that nothing goes on behind the caller's back.
 */
export async function inTwoStages<Item, Prepared>(
  items: readonly Item[],
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
