import { CommitUnknown } from '@/lib/base/commit-unknown'
import { namespaceOf } from '@/lib/base/tag'
import type { Store } from '@/lib/cache/store'
import {
  type AppliedRows,
  type Consistency,
  commitAndInvalidate,
  type OpenTransaction,
  type OutboxRow,
} from '@/lib/write/commit-protocol'
import { type Outbox, relay } from '@/lib/write/relay'
import { createMemoryStore, type MemoryStore } from '@/tests/support/cache/memory-store'
import type { Run } from './explore-schedules'
import { createParts, type Database, flowTag, reads } from './parts'
import { createScheduler, type Scheduler } from './scheduler'

/** A reader, one who reads twice, and a writer of one fact; each in a process, or all in one. */
export interface Scenario {
  name: string
  /** Of the whole exploration. */
  mostPreemptions: number
  /** One process: what an answer finds there depends on when it is heard, so answers come apart. */
  oneProcess: boolean
  consistency: Consistency
  values: keyof typeof reads
  /** What becomes of the writer's COMMIT. */
  commit: 'answered' | 'unanswered' | 'refused'
  /** What becomes of a call of the writer. */
  trouble?: { call: 'fence' | 'bump'; fault: 'lost' | 'unanswered' | 'twice' }
  /** Whether Redis' clock goes past the life of all fences, at some moment after the commit. */
  expires: boolean
  /** Damages the store, to see that it is found. */
  broken?(store: Store): Partial<Store>
}

const row: OutboxRow = { id: '1', namespace: namespaceOf(flowTag), tags: [flowTag] }

export function openScenario(scenario: Scenario): Run {
  const scheduler = createScheduler(scenario.oneProcess)
  const clock = { redis: 1_700_000_000_000 }
  const redis = createMemoryStore(() => clock.redis)
  redis.markers.add(row.namespace)
  if (scenario.trouble) redis.meet(scenario.trouble.call, scenario.trouble.fault)
  const database: Database = {
    commits: 0,
    told: true,
    acknowledged: 0,
    fenced: 0,
    fenceConfirmed: false,
  }
  const turns = inTurns(scheduler, redis, () => {
    database.fenceConfirmed = true
  })
  const store = { ...turns, ...scenario.broken?.(turns) }
  const { openProcess, invalidation } = createParts(scheduler, store, database)
  const broken: string[] = []
  const processOf = scenario.oneProcess ? sharing(openProcess) : openProcess

  async function read(times: number): Promise<void> {
    const process = processOf()
    for (let time = 1; time <= times; time++) {
      await scheduler.pause(`begins read ${time}`)
      const least = Math.max(database.acknowledged, database.fenced)
      const value = await process.forRequest().read(reads[scenario.values], null, '1')
      if (value < least) broken.push(`a read gave ${value} after ${least}`)
    }
  }

  async function write(): Promise<void> {
    const tx = transactionOf(scheduler, scenario, database, redis, clock)
    try {
      const outcome = await commitAndInvalidate(tx, invalidation, scenario.consistency)
      if (outcome.kind === 'committed') database.acknowledged = database.commits
    } catch {
      // The outcome is for the relay to find out.
    }
  }

  scheduler.start('reader A', () => read(1))
  scheduler.start('reader B', () => read(2))
  scheduler.start('writer', write)
  return {
    scheduler,
    async findBroken() {
      if (broken[0]) return broken[0]
      return findLeftBehind(redis, database)
    },
  }
}

/** What a reader finds when the relay is done. */
async function findLeftBehind(redis: MemoryStore, database: Database): Promise<string | null> {
  const { openProcess, invalidation } = createParts(null, redis, database)
  await relay(outboxOf(database), invalidation)
  const value = await openProcess().forRequest().read(reads.kept, null, '1')
  return value < database.commits ? `${value} was left behind by ${database.commits}` : null
}

/** The same process for all. */
function sharing<T>(open: () => T): () => T {
  const one = open()
  return () => one
}

/** Every call waits for its turn. */
function inTurns(scheduler: Scheduler, store: Store, fenceConfirmed: () => void): Store {
  return {
    ...store,
    look: (requests) => scheduler.ask('looks', () => store.look(requests)),
    lease: (key, tags) => scheduler.ask('leases', () => store.lease(key, tags)),
    fill: (fill) => scheduler.ask('fills', () => store.fill(fill)),
    release: (lease) => scheduler.ask('gives its lease back', () => store.release(lease)),
    async fence(tags, id) {
      await scheduler.ask('fences', () => store.fence(tags, id))
      fenceConfirmed()
    },
    bump: (tags, id) => scheduler.ask('bumps', () => store.bump(tags, id)),
    lift: (tags, id) => scheduler.ask('lifts', () => store.lift(tags, id)),
    tidy: (tags) => scheduler.ask('asks for tidy', () => store.tidy(tags)),
  }
}

function transactionOf(
  scheduler: Scheduler,
  { commit, expires }: Scenario,
  database: Database,
  redis: MemoryStore,
  clock: { redis: number },
): OpenTransaction {
  async function decide(): Promise<void> {
    if (commit === 'refused') throw new Error('serialization failure')
    database.commits += 1
    database.told = false
    if (database.fenceConfirmed) database.fenced = database.commits
    if (expires) {
      const pass = async () => {
        clock.redis += 2 * redis.fenceLife
      }
      scheduler.start('time', () => scheduler.ask('passes', pass))
    }
    if (commit === 'unanswered') throw new CommitUnknown('cut off')
  }
  return {
    announcedFacts: async () => [row],
    commit: () => scheduler.ask('commits', decide),
    rollback: async () => undefined,
  }
}

function outboxOf(database: Database): Outbox {
  const mark = async (applied: AppliedRows) => {
    if (applied.size > 0) database.told = true
  }
  return {
    mark,
    async drainBatch(_, work) {
      if (database.told) return 0
      await mark(await work([row]))
      return 1
    },
    recentlyApplied: async () => [],
  }
}
