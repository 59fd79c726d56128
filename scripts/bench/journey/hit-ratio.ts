import { setTimeout as sleep } from 'node:timers/promises'
import type { Counts } from '@/lib/cache/counters'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { keysOfDatabase } from '@/lib/write/connect'
import type { Stage } from './stage'

/** Reads of a way's walks, by what they were answered with. */
export interface HitRatio {
  reads: number
  hits: number
}

type AllCounts = Map<string, Counts>

/** Longer than processes gather before they send. */
const gathered = 3_000
const mostLooks = 20

/** What both processes have counted of their reads; looked at until nothing more comes. */
export async function settledCounts({ env }: Stage): Promise<AllCounts> {
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
  throw new Error('The processes do not stop counting')
}

export async function hitRatioSince(stage: Stage, before: AllCounts): Promise<HitRatio> {
  const after = await settledCounts(stage)
  const since = (names: readonly (keyof Counts)[]) => sum(after, names) - sum(before, names)
  return {
    reads: since(['hits', 'stale', 'misses', 'joins', 'bypasses']),
    hits: since(['hits']),
  }
}

function sum(counts: AllCounts, names: readonly (keyof Counts)[]): number {
  let total = 0
  for (const of of counts.values()) for (const name of names) total += of[name] ?? 0
  return total
}
