import type { ReadOutcome } from './answer'
import type { CachePath } from './cache'
import type { CacheEvent, Report, ShadowVerdict } from './events'
import { createGathering, type GatheringSettings } from './gathering'
import { latencyClasses, latencyClassOf } from './latency-classes'

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

export interface FiguresSettings extends GatheringSettings {
  store: FiguresStore
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
  const { store, timer } = settings
  const gathering = createGathering<ReadFigures>(settings, (figures) =>
    store.add(figures, timer.now()),
  )

  function figuresOf(read: string): ReadFigures {
    const gathered = gathering.present()
    const known = gathered.get(read)
    if (known) return known
    const made = noReadFigures()
    gathered.set(read, made)
    return made
  }

  return {
    flush: gathering.flush,
    report(event) {
      if (event.kind === 'answered') countAnswer(figuresOf(event.read), event)
      else if (event.kind === 'shadow') figuresOf(event.read).shadow[event.verdict]++
      else return
      gathering.added()
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
