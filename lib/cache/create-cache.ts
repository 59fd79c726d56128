import type { Namespace } from '@/lib/base/tag'
import { createBreaker } from './breaker'
import { createBudget } from './budget'
import type { Cache } from './cache'
import { type BoundRead, readThrough } from './cached-read'
import type { Codec } from './codec'
import { type Report, safely } from './events'
import { type Keys, withNamespaceTags } from './keys'
import { createLoads } from './loads'
import type { Caching, ReadPolicy } from './read-policy'
import { createRequestStore } from './request-store'
import { longestEntryLife, type Store } from './store'
import { type Timer, withDeadline } from './timer'

export interface CacheSettings<Source> {
  source: Source
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
}

/** The reads of one request. */
export interface RequestCache<Source> extends Cache<Source> {
  /** Several inputs of one read; they share one command. */
  readMany<Key, Input, Value>(
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    inputs: readonly Input[],
  ): Promise<Value[]>
  /** Forgets what the request has read: called after each of its commands. */
  forget(): void
}

/** The path `redis`. One per process; each request takes its own part of it. */
export interface CacheOfProcess<Source> {
  forRequest(): RequestCache<Source>
}

export function createCache<Source>(settings: CacheSettings<Source>): CacheOfProcess<Source> {
  const { store, timer, random, background, codec, readBudget } = settings
  const report = safely(settings.report)
  const loads = createLoads()
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
      const parts = { store: own, codec, loads, timer, random, background, report }
      let memo = new Map<string, Promise<unknown>>()

      /** The same read twice in a request runs once; one that failed may be tried again. */
      function remember(read: BoundRead): Promise<unknown> {
        const held = memo
        const known = held.get(read.place.entryKey)
        if (known) return known
        const value = readThrough(parts, read)
        held.set(read.place.entryKey, value)
        value.catch(() => held.delete(read.place.entryKey))
        return value
      }

      const read: Cache<Source>['read'] = <Key, Input, Value>(
        policy: ReadPolicy<Source, Key, Input, Value>,
        key: Key,
        input: Input,
      ) => {
        const load = async () => policy.load(settings.source, key, input)
        const { caching } = policy
        if (!caching) {
          report({ kind: 'bypass', read: policy.name, reason: 'uncached' })
          return load()
        }
        // What stands under the key was made by this read's own load; the seal vouches for it.
        return remember({
          ...bind(settings.keys, policy.name, caching, key, input),
          load,
        }) as Promise<Value>
      }

      return {
        read,
        readMany: (policy, key, inputs) =>
          Promise.all(inputs.map((input) => read(policy, key, input))),
        forget() {
          memo = new Map()
        },
      }
    },
  }
}

/** Where a read's value stands, from its key and input alone. */
function bind<Key, Input>(
  keys: Keys,
  name: string,
  caching: Caching<Key, Input>,
  key: Key,
  input: Input,
): Omit<BoundRead, 'load'> {
  const namespace: Namespace = caching.namespace(key)
  const { schemaHash, profile } = caching
  const entry = { namespace, read: name, schemaHash, input: [key, input] }
  return {
    name,
    place: { namespace, entryKey: keys.entry(entry) },
    leaseKey: keys.lease(entry),
    tags: withNamespaceTags(namespace, caching.tags(key, input)),
    profile: { ...profile, hard: Math.min(profile.hard, longestEntryLife) },
  }
}
