import { AsyncLocalStorage } from 'node:async_hooks'

/** A step that waits for its turn. */
export interface Pending {
  actor: string
  words: string
  /** A sleeper gives way of itself. */
  sleeps: boolean
  /** Lets it happen. */
  go(): void
}

export interface Scheduler {
  /** Runs an actor; whatever it or its calls ask of the outside waits in its name. */
  start(actor: string, life: () => Promise<void>): void
  /** Waits for a turn, does the work as one step, and waits for another turn to hear the answer. */
  ask<T>(words: string, work: () => Promise<T>): Promise<T>
  /** Gives way before its next turn: to let it wait there is no preemption. */
  sleep(): Promise<void>
  /** The same, and waits for the turn. */
  pause(words: string): Promise<void>
  /** What may happen next, once all that can go on by itself has gone on. */
  pending(): Promise<readonly Pending[]>
}

/** One for all schedulers: Node hands each that there is through every promise. */
const actors = new AsyncLocalStorage<string>()

/** @param answersApart whether others may come between a step and its answer */
export function createScheduler(answersApart: boolean): Scheduler {
  let waiting: Pending[] = []
  const asleep = new Set<string>()

  function turn(words: string): Promise<void> {
    return new Promise((resolve) => {
      const actor = actors.getStore() ?? 'nobody'
      const step: Pending = {
        actor,
        words,
        sleeps: asleep.delete(actor),
        go() {
          waiting = waiting.filter((other) => other !== step)
          resolve()
        },
      }
      waiting.push(step)
    })
  }

  async function sleep(): Promise<void> {
    asleep.add(actors.getStore() ?? 'nobody')
  }

  return {
    start(actor, life) {
      void actors.run(actor, life)
    },
    async ask(words, work) {
      await turn(words)
      const outcome = work().then(
        (value) => () => value,
        (error) => () => {
          throw error
        },
      )
      const open = await outcome
      if (answersApart) await turn(`hears of ${words}`)
      return open()
    },
    sleep,
    async pause(words) {
      await sleep()
      await turn(words)
    },
    async pending() {
      // Asked for among microtasks, the next tick comes when they have run dry; nothing else moves.
      await Promise.resolve()
      await new Promise<void>((resolve) => process.nextTick(resolve))
      return waiting
    },
  }
}
