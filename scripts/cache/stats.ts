import { type CountName, type Counts, countNames } from '@/lib/cache/counters'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import type { CacheAddress } from './find-redis'
import { formatTable } from './table'

/** Counts with what follows from them; null where nothing was counted. */
export type Stats = Record<CountName, number> & {
  reads: number
  /** Share of the reads that the cache answered, from 0 to 1. */
  hitRatio: number | null
  meanLoadMs: number | null
}

export interface StatsReport {
  total: Stats
  /** By the names of the reads. */
  reads: Record<string, Stats>
}

/** What all instances have counted. */
export async function readStats(address: CacheAddress): Promise<StatsReport> {
  const counted = await createUpstashCounts(address).readAll()
  return {
    total: toStats([...counted.values()]),
    reads: Object.fromEntries([...counted].map(([read, counts]) => [read, toStats([counts])])),
  }
}

/** Adds up and derives. */
export function toStats(list: readonly Counts[]): Stats {
  const sum = (name: CountName) => list.reduce((total, counts) => total + (counts[name] ?? 0), 0)
  const sums = Object.fromEntries(countNames.map((name) => [name, sum(name)]))
  const counts = sums as Record<CountName, number>
  const { hits, stale, misses, joins, bypasses, loads, loadMs } = counts
  const reads = hits + stale + misses + joins + bypasses
  return {
    ...counts,
    reads,
    hitRatio: reads === 0 ? null : (hits + stale) / reads,
    meanLoadMs: loads === 0 ? null : loadMs / loads,
  }
}

const columns: [head: string, cell: (stats: Stats) => string][] = [
  ['reads', ({ reads }) => String(reads)],
  ['hit ratio', ({ hitRatio }) => (hitRatio === null ? '-' : `${(hitRatio * 100).toFixed(1)} %`)],
  ['hits', ({ hits }) => String(hits)],
  ['stale', ({ stale }) => String(stale)],
  ['misses', ({ misses }) => String(misses)],
  ['joins', ({ joins }) => String(joins)],
  ['bypasses', ({ bypasses }) => String(bypasses)],
  ['fills', ({ fills }) => String(fills)],
  ['loads', ({ loads }) => String(loads)],
  ['mean load ms', ({ meanLoadMs }) => meanLoadMs?.toFixed(1) ?? '-'],
  ['compared', ({ compared }) => String(compared)],
  ['stale legacy', ({ staleLegacy }) => String(staleLegacy)],
  ['stale redis', ({ staleRedis }) => String(staleRedis)],
]

/** For people: a row per read, the sum last. */
export function formatStats({ total, reads }: StatsReport): string {
  const rows = Object.entries(reads)
  if (rows.length === 0) return 'Nothing has been read yet.'
  const toRow = ([name, stats]: [string, Stats]) => [
    name,
    ...columns.map(([, cell]) => cell(stats)),
  ]
  const head = ['read', ...columns.map(([name]) => name)]
  return formatTable([head, ...rows.map(toRow), toRow(['all', total])])
}
