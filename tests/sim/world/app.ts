import type { ProcessCache } from '@/lib/cache/cache'
import type { CacheEvent } from '@/lib/cache/events'
import { createInvalidation, type Invalidation } from '@/lib/cache/invalidation'
import { createKeys } from '@/lib/cache/keys'
import { createProcessCache, type ProcessCacheSettings } from '@/lib/cache/process-cache'
import type { Timer } from '@/lib/cache/timer'
import { auditEvents, type Outbox, relay } from '@/lib/write/relay'
import { definePolicies, type Policy, type ReadName, type Source } from './facts'
import { createOutbox } from './outbox'
import { plainCodec } from './plain-codec'
import { Process } from './process'
import type { Random } from './random'
import { createRedisStore } from './redis-store'
import type { World } from './world'

/** What is deployed where. */
export interface Deployment {
  name: string
  /** Of what the reads mean; two may run at once. */
  version: number
  /** Milliseconds that its clock is off. */
  skew: number
}

/** The application in one process: the library as the site puts it together. */
export interface App {
  process: Process
  version: number
  settings: ProcessCacheSettings<Source>
  cache: ProcessCache<Source>
  policies: Record<ReadName, Policy>
  invalidation: Invalidation
  outbox: Outbox
  /** What the relay's minute does. */
  relayAndAudit(): Promise<void>
  /** Work for after an answer. */
  afterwards(work: () => Promise<unknown>): void
}

const keys = createKeys('sim')

export function startApp(world: World, deployment: Deployment, random: Random): App {
  const { scheduler, network, postgres, redis, checker, journal } = world
  const process = new Process(deployment.name, random)
  const timer = createTimer(world, process, deployment.skew)
  const store = createRedisStore(network, redis, process, () => world.stamp())
  const outbox = createOutbox(world, process)
  const afterwards = (work: () => Promise<unknown>) => {
    void work().catch(() => undefined)
  }
  let ids = 0
  const newId = () => {
    ids += 1
    return `${deployment.name}i${ids}`
  }
  const report = (event: CacheEvent) => {
    journal.say(process.name, () => inWords(event))
    journal.count(nameOf(event))
    if (event.kind === 'breaker' && event.state === 'closed') {
      checker.trusted(process, process.pinged)
    }
  }
  const invalidation = createInvalidation({ store, timer, report, newId, deadline: 1_000 })
  const source: Source = {
    select: (facts) =>
      network.postgres(process, 'select', (reply) => reply.answer(postgres.select(facts))),
  }
  const settings: ProcessCacheSettings<Source> = {
    source,
    store,
    codec: plainCodec,
    keys,
    timer,
    random: random.next,
    report,
    background: (work) => afterwards(() => work),
    drain: async () => {
      await relay(outbox, invalidation)
    },
    readBudget: 150,
    shadowShare: () => 0,
  }
  return {
    process,
    version: deployment.version,
    settings,
    cache: createProcessCache(settings),
    policies: definePolicies(deployment.version),
    invalidation,
    outbox,
    async relayAndAudit() {
      const began = scheduler.stamp()
      await relay(outbox, invalidation)
      await auditEvents(outbox, invalidation, store)
      checker.losses.audited(began, scheduler.stamp())
    },
    afterwards,
  }
}

function createTimer(world: World, process: Process, skew: number): Timer {
  return {
    now: () => world.now + skew,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const cancel = world.scheduler.after(milliseconds, process, resolve)
        signal?.addEventListener('abort', () => {
          cancel()
          resolve()
        })
      }),
  }
}

function nameOf(event: CacheEvent): string {
  if (event.kind === 'breaker') return `breaker ${event.state}`
  if (event.kind === 'hit' && event.stale) return 'hit on choice'
  return event.kind === 'bypass' ? `bypass by ${event.reason}` : event.kind
}

function inWords(event: CacheEvent): string {
  const read = 'read' in event ? ` ${event.read}` : ''
  const reason = 'reason' in event ? ` (${event.reason})` : ''
  return `${nameOf(event)}${read}${reason}`
}
