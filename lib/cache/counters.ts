import type { ReadOutcome } from './answer'
import type { CacheEvent, Report } from './events'
import { createGathering, type GatheringSettings } from './gathering'

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

export interface CountersSettings extends GatheringSettings {
  store: CountStore
}

/** Adds up in the process and sends the sums in the background, away from every read. */
export function createCounters(settings: CountersSettings): Counters {
  const gathering = createGathering<Counts>(settings, (sums) => settings.store.add(sums))

  return {
    flush: gathering.flush,
    report(event) {
      if (!('read' in event)) return
      const gathered = gathering.present()
      const counts = gathered.get(event.read) ?? {}
      for (const [name, by] of countsOf(event)) {
        counts[name] = (counts[name] ?? 0) + by
        gathered.set(event.read, counts)
      }
      if (gathered.size > 0) gathering.added()
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
