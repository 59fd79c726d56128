import type { ReadOutcome } from './answer'
import type { CacheEvent, Report } from './events'
import type { Timer } from './timer'

/** What is counted of each read; times in milliseconds. */
export const countNames = [
  'hits',
  'stale',
  'misses',
  'joins',
  'bypasses',
  'fills',
  'unfilled',
  'unreadable',
  'loads',
  'loadMs',
  'compared',
  'staleLegacy',
  'staleRedis',
] as const

export type CountName = (typeof countNames)[number]
/** What is not named is nothing. */
export type Counts = Partial<Record<CountName, number>>

/** Where the counts of all instances add up. */
export interface CountStore {
  /** @param counts by the names of the reads; nothing of them may be added twice */
  add(counts: ReadonlyMap<string, Counts>): Promise<void>
  readAll(): Promise<Map<string, Counts>>
}

export interface Counters {
  /** Subscribes to the cache's events. */
  report: Report
  /** Sends what was counted since; never rejects. Called by itself some time after an event. */
  flush(): Promise<void>
}

export interface CountersSettings {
  store: CountStore
  timer: Timer
  /** Takes work that nobody waits for. */
  background(work: Promise<unknown>): void
  /** Milliseconds that counts are gathered; so much is lost in a crash. */
  period: number
  /** Hears why counts were lost. */
  failed(error: unknown): void
}

/** Adds up in the process and sends the sums in the background, away from every read. */
export function createCounters(settings: CountersSettings): Counters {
  const { store, timer, background, period, failed } = settings
  let gathered = new Map<string, Counts>()
  let waiting = false

  async function flush(): Promise<void> {
    if (gathered.size === 0) return
    const sums = gathered
    gathered = new Map()
    try {
      await store.add(sums)
    } catch (error) {
      // They may have arrived all the same: too few is better than twice.
      failed(error)
    }
  }

  async function flushLater(): Promise<void> {
    await timer.sleep(period)
    waiting = false
    await flush()
  }

  return {
    flush,
    report(event) {
      if (!('read' in event)) return
      const counts = gathered.get(event.read) ?? {}
      for (const [name, by] of countsOf(event)) {
        counts[name] = (counts[name] ?? 0) + by
        gathered.set(event.read, counts)
      }
      if (gathered.size === 0 || waiting) return
      waiting = true
      background(flushLater())
    },
  }
}

const ofOutcome: Record<ReadOutcome, CountName> = {
  hit: 'hits',
  stale: 'stale',
  miss: 'misses',
  join: 'joins',
  bypass: 'bypasses',
}

/** What an event adds to the counts of its read. */
function countsOf(event: CacheEvent): [CountName, number][] {
  switch (event.kind) {
    case 'answered':
      return [[ofOutcome[event.outcome], 1]]
    case 'loaded':
      return [
        ['loads', 1],
        ['loadMs', Math.round(event.milliseconds)],
      ]
    case 'fill':
      return [['fills', 1]]
    case 'unfilled':
      return [['unfilled', 1]]
    case 'miss':
      return event.reason === 'unreadable' ? [['unreadable', 1]] : []
    case 'shadow':
      return countVerdict(event.verdict)
    default:
      return []
  }
}

function countVerdict(verdict: Extract<CacheEvent, { kind: 'shadow' }>['verdict']) {
  const compared: [CountName, number][] = [['compared', 1]]
  if (verdict === 'legacy') compared.push(['staleLegacy', 1])
  if (verdict === 'redis') compared.push(['staleRedis', 1])
  return compared
}
