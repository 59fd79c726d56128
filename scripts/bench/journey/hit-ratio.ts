import { setTimeout as sleep } from 'node:timers/promises'
import type { Counts } from '@/lib/cache/counters'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { keysOfDatabase } from '@/lib/write/connect'
import type { Stage } from './stage'

/** Reads of a way's walks, by what they were answered with. */
export interface HitRatio {
  reads: number
  hits: number
  /** How often each read was no hit. */
  missed: Record<string, number>
}

/** By read. */
export type AllCounts = Map<string, Counts>

/** Longer than processes gather before they send. */
const gathered = 3_000
const mostLooks = 20

/** What all processes of a site have counted of their reads; looked at until nothing more comes. */
export async function settledCounts({
  env,
}: {
  env: Readonly<Record<string, string | undefined>>
}): Promise<AllCounts> {
  const store = createUpstashCounts({
    url: env.UPSTASH_REDIS_REST_URL ?? '',
    token: env.UPSTASH_REDIS_REST_TOKEN ?? '',
    keys: keysOfDatabase(env.DATABASE_URL ?? ''),
    deadline: 5_000,
  })
  let counts = await store.readAll()
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await sleep(gathered)
    const later = await store.readAll()
    if (JSON.stringify([...later]) === JSON.stringify([...counts])) return later
    counts = later
  }
  // Somebody still asks now and then; what was counted until here is what there is.
  return counts
}

/** How the reads since then were answered, once all of them are counted. */
export async function hitRatioSince(stage: Stage, before: AllCounts): Promise<HitRatio> {
  const ratio: HitRatio = { reads: 0, hits: 0, missed: {} }
  for (const [read, counts] of await settledCounts(stage)) {
    const since = (name: keyof Counts) => (counts[name] ?? 0) - (before.get(read)?.[name] ?? 0)
    const missed = since('stale') + since('misses') + since('joins') + since('bypasses')
    ratio.hits += since('hits')
    ratio.reads += since('hits') + missed
    if (missed > 0) ratio.missed[read] = missed
  }
  return ratio
}
