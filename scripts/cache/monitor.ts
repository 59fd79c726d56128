import type { Namespace } from '@/lib/base/tag'
import { type Counts, countNames } from '@/lib/cache/counters'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { type ChangeEvent, createUpstashEvents } from '@/lib/cache/upstash-events'
import { listNamespaces } from '@/lib/cache/upstash-namespaces'
import type { CacheAddress } from './find-redis'

export type MonitorEntry =
  | { kind: 'change'; at: string; namespace: Namespace; id: string; tags: readonly string[] }
  /** What was counted since the entry before; reads without anything new are left out. */
  | { kind: 'reads'; at: string; reads: Record<string, Counts> }

export interface MonitorSettings {
  address: CacheAddress
  show(entry: MonitorEntry): void
  sleep(milliseconds: number): Promise<void>
  /** Milliseconds since 1970. */
  now(): number
  /** Ends the watch. */
  signal: AbortSignal
}

/** Pause between two looks, milliseconds. */
const pause = 500
/** Looks between two sums of the counts, and between two searches for new namespaces. */
const [countsEvery, namespacesEvery] = [10, 20]

/**
 * Shows what changes from now on, and what is read meanwhile, until it is told to end.
 * @throws StoreError when Redis does not answer
 */
export async function monitorCache(settings: MonitorSettings): Promise<void> {
  const { address, show, sleep, now, signal } = settings
  const events = createUpstashEvents(address)
  const counts = createUpstashCounts(address)
  const begin = await events.now()
  const after = new Map<Namespace, string>()
  let known = await counts.readAll()

  async function showReads(): Promise<void> {
    const counted = await counts.readAll()
    const reads = difference(known, counted)
    known = counted
    if (Object.keys(reads).length > 0) {
      show({ kind: 'reads', at: new Date(now()).toISOString(), reads })
    }
  }

  for (let look = 0; !signal.aborted; look++) {
    if (look % namespacesEvery === 0) {
      for (const namespace of await listNamespaces(address)) {
        if (!after.has(namespace)) after.set(namespace, begin)
      }
    }
    for (const event of await events.since(after)) {
      after.set(event.namespace, event.id)
      show(toEntry(event))
    }
    if (look % countsEvery === countsEvery - 1) await showReads()
    await sleep(pause)
  }
  await showReads()
}

function toEntry({ namespace, id, tags }: ChangeEvent): MonitorEntry {
  return {
    kind: 'change',
    at: new Date(Number.parseInt(id, 10)).toISOString(),
    namespace,
    id,
    tags,
  }
}

function difference(
  before: ReadonlyMap<string, Counts>,
  after: ReadonlyMap<string, Counts>,
): Record<string, Counts> {
  const grown = [...after].map(([read, counts]) => {
    const names = countNames.filter((name) => (counts[name] ?? 0) > (before.get(read)?.[name] ?? 0))
    const growth = names.map((name) => [
      name,
      (counts[name] ?? 0) - (before.get(read)?.[name] ?? 0),
    ])
    return [read, Object.fromEntries(growth) as Counts] as const
  })
  return Object.fromEntries(grown.filter(([, growth]) => Object.keys(growth).length > 0))
}

/** One line for people, or one for a change and one per read. */
export function formatEntry(entry: MonitorEntry): string {
  const time = entry.at.slice(11, 23)
  if (entry.kind === 'change') {
    // Within its namespace a tag is told by the rest of its name.
    const names = entry.tags.map((tag) => tag.slice(entry.namespace.length + 1) || 'everything')
    return `${time}  ${entry.namespace}  changed: ${names.join(', ')}`
  }
  return Object.entries(entry.reads)
    .map(([read, counts]) => {
      const figures = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
      return `${time}  ${read}  ${figures.join(', ')}`
    })
    .join('\n')
}
