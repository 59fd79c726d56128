import { randomBytes } from 'node:crypto'
import { clientNamespace, encodeTag } from '@/lib/base/tag'
import { createCodec } from '@/lib/cache/codec'
import type { CacheEvent, Report } from '@/lib/cache/events'
import { createInvalidation } from '@/lib/cache/invalidation'
import { createKeys } from '@/lib/cache/keys'
import { createProcessCache } from '@/lib/cache/process-cache'
import { defineRead, type Profile } from '@/lib/cache/read-policy'
import type { Timer } from '@/lib/cache/timer'
import { createMemoryStore } from './memory-store'
import { createRedisCache } from './redis-cache'

/** A clock that a test moves; sleeps end when it is moved past them. */
export function createTestTimer(start = 1_700_000_000_000) {
  let now = start
  let sleepers: { until: number; wake(): void }[] = []
  const timer: Timer = {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((wake) => {
        sleepers.push({ until: now + milliseconds, wake })
        signal?.addEventListener('abort', () => wake())
      }),
  }
  /** Lets everything that is ready run, then moves. */
  async function advance(milliseconds: number): Promise<void> {
    await settle()
    now += milliseconds
    const due = sleepers.filter(({ until }) => until <= now)
    sleepers = sleepers.filter(({ until }) => until > now)
    for (const { wake } of due) wake()
    await settle()
  }
  return { timer, advance }
}

/** Turns of the event loop, so that every promise that can go on has gone on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

export const acme = clientNamespace('acme')
export const flowTag = (id: string) => encodeTag(acme, 'flow', id)

/** The database: the value of each flow, and how often it was asked. */
export interface Origin {
  values: Map<string, unknown>
  loads: string[]
  /** What the next loads wait for. */
  gate: Promise<void>
}

const profile: Profile = {
  soft: 60_000,
  hard: 600_000,
  staleWhileRevalidate: false,
  staleIfError: false,
}

export const flowRead = (changes: Partial<Profile> = {}) =>
  defineRead<Origin, null, string, unknown>({
    name: 'flow',
    async load(origin, _, id) {
      origin.loads.push(id)
      // The snapshot is taken first, as a database does; the answer may come late.
      const value = origin.values.get(id) ?? null
      await origin.gate
      if (value instanceof Error) throw value
      return value
    },
    caching: {
      version: 1,
      namespace: () => acme,
      tags: (_, id) => [flowTag(id)],
      profile: { ...profile, ...changes },
      legacyLife: 30_000,
    },
  })

/** A database, a Redis and any number of instances of the application. */
export function createWorld() {
  const { timer, advance } = createTestTimer()
  const store = createMemoryStore(timer.now)
  store.markers.add(acme)
  const origin: Origin = { values: new Map(), loads: [], gate: Promise.resolve() }
  const events: CacheEvent[] = []
  const drains: number[] = []
  const codec = createCodec({ secret: Buffer.alloc(32, 1), randomBytes })
  let ids = 0
  const subscribers: Report[] = []
  const report = (event: CacheEvent) => {
    events.push(event)
    for (const hear of subscribers) hear(event)
  }
  const settings = {
    source: origin,
    store,
    codec,
    keys: createKeys('test'),
    timer,
    random: () => 0.5,
    report,
    background: () => undefined,
    drain: async () => {
      drains.push(timer.now())
      await world.drain()
    },
    readBudget: 150,
  }
  /**
   * The path `redis` of one process.
   * @param skew milliseconds by which its clock is wrong
   */
  const openInstance = (skew = 0) =>
    createRedisCache({ ...settings, timer: { ...timer, now: () => timer.now() + skew } })
  /** All paths of one process. */
  const openProcess = ({ strictValues = false, shadowShare = 1 } = {}) =>
    createProcessCache({ ...settings, strictValues, shadowShare: () => shadowShare })
  const invalidation = createInvalidation({
    store,
    timer,
    report,
    newId: () => `id${++ids}`,
    deadline: 1000,
  })

  /** A command in its steps, each of which may fail or be left out. */
  function openWriter(id: string) {
    let fenceId: string | undefined
    return {
      async fence() {
        fenceId = await invalidation.fence([flowTag(id)])
      },
      commit(value: unknown) {
        origin.values.set(id, value)
      },
      async bump() {
        await invalidation.bump([flowTag(id)], fenceId)
      },
      async lift() {
        await invalidation.lift([flowTag(id)], fenceId ?? '')
      },
    }
  }

  const world = {
    timer,
    advance,
    store,
    origin,
    events,
    subscribers,
    /** When an instance told Redis what it had missed, and by what. */
    drains,
    drain: async (): Promise<void> => undefined,
    openInstance,
    openProcess,
    openWriter,
    invalidation,
  }
  return world
}

/** Holds the answers of the loads from now on, until it is called. */
export function holdLoads(origin: Origin): () => void {
  let open = (): void => undefined
  origin.gate = new Promise((resolve) => {
    open = resolve
  })
  return open
}
