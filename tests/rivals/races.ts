import { setTimeout as sleep } from 'node:timers/promises'
import type { Change, Instance, Origin, Rival } from './rival'

/** One race: whether the value that a later reader gets is the one that was replaced. */
export interface Race {
  name: string
  /** @param random from 0 to 1 @returns whether it ended stale */
  run(rival: Rival, key: string, random: () => number): Promise<boolean>
}

const [before, after] = [1, 2]
/** Milliseconds: how long loads and commits take at most, and by how much clocks differ. */
const [longestLoad, longestCommit, clockSkew] = [50, 20, 20]

/** A fact, its database and as many processes as a race needs. */
function openWorld(rival: Rival, key: string, random: () => number) {
  let value = before
  let taken: () => void = () => undefined
  const snapshotTaken = new Promise<void>((resolve) => {
    taken = resolve
  })
  let held: Promise<void> | null = null
  const origin: Origin = {
    async load() {
      const snapshot = value
      taken()
      await (held ?? sleep(random() * longestLoad))
      return snapshot
    },
  }
  const change: Change = {
    key,
    async commit() {
      await sleep(random() * longestCommit)
      value = after
    },
  }
  return {
    change,
    snapshotTaken,
    open: (): Instance => rival.open(origin, (random() * 2 - 1) * clockSkew),
    /** Lets loads answer only when told to. */
    holdAnswers() {
      let letGo: () => void = () => undefined
      held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      return letGo
    },
  }
}

export const races: readonly Race[] = [
  {
    name: 'no race: one reads, then one writes, then one reads',
    async run(rival, key, random) {
      const { open, change } = openWorld(rival, key, random)
      await open().read(key)
      await open().write(change)
      return (await open().read(key)) < after
    },
  },
  {
    name: 'a load that began before the write is stored after it',
    async run(rival, key, random) {
      const { open, change, snapshotTaken } = openWorld(rival, key, random)
      const reading = open().read(key)
      await snapshotTaken
      await open().write(change)
      await reading
      return (await open().read(key)) < after
    },
  },
  {
    name: 'the cache is told inside the transaction',
    async run(rival, key, random) {
      const { open, change } = openWorld(rival, key, random)
      const reader = open()
      const writing = open().writeTellingInside(change)
      await sleep(random() * longestCommit)
      await reader.read(key)
      await writing
      return (await open().read(key)) < after
    },
  },
  {
    name: 'a reader that came after the write joins a load from before it',
    async run(rival, key, random) {
      const { open, change, snapshotTaken, holdAnswers } = openWorld(rival, key, random)
      const letGo = holdAnswers()
      const process = open()
      const reading = process.read(key)
      await snapshotTaken
      await open().write(change)
      const later = process.read(key)
      await sleep(random() * longestLoad)
      letGo()
      await reading
      return (await later) < after
    },
  },
  {
    name: 'the writer dies between COMMIT and telling the cache',
    async run(rival, key, random) {
      const { open, change } = openWorld(rival, key, random)
      await open().read(key)
      await open().writeAndDie(change)
      const survivor = open()
      await survivor.recover()
      return (await survivor.read(key)) < after
    },
  },
]
