import type { Answer } from './answer'
import type { BoundRead } from './bound-read'
import { createBreaker } from './breaker'
import { createBudget } from './budget'
import type { TagVersions } from './cache'
import { readThrough } from './cached-read'
import type { Codec } from './codec'
import type { Report } from './events'
import type { Keys } from './keys'
import { createLoads } from './loads'
import { createMisses } from './misses'
import type { ReadParts } from './read-parts'
import { createRequestStore } from './request-store'
import type { Store } from './store'
import { createTagVersions } from './tag-versions'
import { type Timer, withDeadline } from './timer'

export interface RedisPathSettings {
  store: Store
  codec: Codec
  keys: Keys
  timer: Timer
  /** From 0 to 1. */
  random(): number
  report: Report
  /** Takes work that nobody waits for; a serverless host must keep the process up for it. */
  background(work: Promise<unknown>): void
  /** Tells Redis what it missed; called before it is trusted again. */
  drain(): Promise<void>
  /** Milliseconds that all reads of a request may wait for Redis together. */
  readBudget: number
  /** Whether a value that JSON would change breaks its read: so in tests and in development. */
  strictValues?: boolean
}

/** One read by one path. */
export type ReadByPath = (read: BoundRead) => Promise<Answer>

/** What one request asks of the path `redis`: all of it shares commands and one budget. */
export interface RedisReads {
  read: ReadByPath
  versions: TagVersions
}

/** The path `redis` of one process; its loads in flight and its breaker are everybody's. */
export interface RedisPath {
  forRequest(): RedisReads
}

export function createRedisPath(settings: RedisPathSettings): RedisPath {
  const { store, timer, random, background, codec, keys, readBudget, report } = settings
  const loads = createLoads()
  const misses = createMisses()
  const breaker = createBreaker({
    timer,
    random,
    background,
    changed: (state) => report({ kind: 'breaker', state }),
    async recover() {
      await withDeadline(timer, readBudget, () => store.ping())
      await settings.drain()
    },
  })
  return {
    forRequest() {
      const budget = createBudget(timer, readBudget)
      const own = createRequestStore({ store, breaker, budget, timer, report })
      const strictValues = settings.strictValues ?? false
      const parts: ReadParts = {
        store: own,
        codec,
        loads,
        misses,
        timer,
        random,
        background,
        report,
        strictValues,
      }
      return {
        read: (read) => readThrough(parts, read),
        versions: createTagVersions({ store: own, keys, background }),
      }
    },
  }
}
