import type { ReadOutcome } from './answer'
import type { CachePath } from './cache'
import type { CacheEvent, Report, ShadowVerdict } from './events'
import { latencyClasses, latencyClassOf } from './latency-classes'
import type { Timer } from './timer'

export const cachePaths = ['off', 'legacy', 'shadow', 'redis'] as const satisfies CachePath[]
export const readOutcomes = [
  'hit',
  'stale',
  'miss',
  'join',
  'bypass',
] as const satisfies ReadOutcome[]
export const shadowVerdicts = [
  'equal',
  'legacy',
  'redis',
  'moved',
] as const satisfies ShadowVerdict[]

/** How the reads of one path went. */
export interface PathFigures {
  /** How many ended so. */
  outcomes: Record<ReadOutcome, number>
  /** How many took so long, by the classes of latency-classes.ts. */
  latency: number[]
}

/** What comparing the two paths found. */
export type ShadowFigures = Record<ShadowVerdict, number>

export interface ReadFigures {
  paths: Partial<Record<CachePath, PathFigures>>
  shadow: ShadowFigures
}

/** By the names of the reads. */
export type FiguresByRead = ReadonlyMap<string, ReadFigures>

/** Where the figures of all instances add up, hour by hour. */
export interface FiguresStore {
  /** @param at milliseconds since 1970; decides on the hour and on nothing else */
  add(figures: FiguresByRead, at: number): Promise<void>
  /** What was added in the hour of `at` and in those before it, so many in all. */
  read(at: number, hours: number): Promise<FiguresByRead>
}

export interface FiguresSettings {
  store: FiguresStore
  timer: Timer
  /** Takes work that nobody waits for. */
  background(work: Promise<unknown>): void
  /** Milliseconds that figures are gathered; so much is lost in a crash. */
  period: number
  /** Hears why figures were lost. */
  failed(error: unknown): void
}

export const noPathFigures = (): PathFigures => ({
  outcomes: { hit: 0, stale: 0, miss: 0, join: 0, bypass: 0 },
  latency: new Array(latencyClasses).fill(0),
})

export const noReadFigures = (): ReadFigures => ({
  paths: {},
  shadow: { equal: 0, legacy: 0, redis: 0, moved: 0 },
})

/** What each path does for each read, for whoever compares them; sent away from every read. */
export function createPathFigures(settings: FiguresSettings): {
  report: Report
  flush(): Promise<void>
} {
  const { store, timer, background, period, failed } = settings
  let gathered = new Map<string, ReadFigures>()
  let waiting = false

  async function flush(): Promise<void> {
    if (gathered.size === 0) return
    const figures = gathered
    gathered = new Map()
    try {
      await store.add(figures, timer.now())
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

  function figuresOf(read: string): ReadFigures {
    const known = gathered.get(read)
    if (known) return known
    const made = noReadFigures()
    gathered.set(read, made)
    return made
  }

  return {
    flush,
    report(event) {
      if (event.kind === 'answered') countAnswer(figuresOf(event.read), event)
      else if (event.kind === 'shadow') figuresOf(event.read).shadow[event.verdict]++
      else return
      if (waiting) return
      waiting = true
      background(flushLater())
    },
  }
}

function countAnswer(
  { paths }: ReadFigures,
  { path, outcome, milliseconds }: Extract<CacheEvent, { kind: 'answered' }>,
): void {
  paths[path] ??= noPathFigures()
  const { outcomes, latency } = paths[path]
  outcomes[outcome]++
  const index = latencyClassOf(milliseconds)
  latency[index] = (latency[index] ?? 0) + 1
}
