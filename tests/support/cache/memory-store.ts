import type { Namespace, Tag } from '@/lib/base/tag'
import { namespacesOf } from '@/lib/cache/keys'
import {
  applyBump,
  applyFence,
  applyLease,
  applyLift,
  applyTidy,
  type Execution,
  formatLease,
  type Look,
  type Writes,
} from '@/lib/cache/protocol'
import type { Lease, Store } from '@/lib/cache/store'
import { createNetwork, type Network } from './network'

type Call = keyof Store

export interface MemoryStore extends Store, Omit<Network<Call>, 'send'> {
  /** Everything that it holds, to be looked at and damaged. */
  readonly tags: Map<Tag, string>
  readonly markers: Set<Namespace>
  readonly entries: Map<string, string>
  /** What their holders captured. */
  readonly leases: Map<string, string>
  readonly events: { id: string; namespace: Namespace; tags: Tag[] }[]
  /** Milliseconds; what the next fence gets. */
  fenceLife: number
  /** Forgets everything, as FLUSHALL does. */
  flush(): void
  /** What it holds now. @returns puts it back, as a failover to a replica that lagged does */
  snapshot(): () => void
}

/**
 * A Redis in memory, made of the protocol's own decisions, that can be told to fail.
 * @param nowMillis its clock, which need not be the readers'
 */
export function createMemoryStore(nowMillis: () => number): MemoryStore {
  const tags = new Map<Tag, string>()
  const markers = new Set<Namespace>()
  const entries = new Map<string, string>()
  const leases = new Map<string, string>()
  const events: MemoryStore['events'] = []
  let requests = 0

  const look: Look = {
    tag: (tag) => tags.get(tag) ?? null,
    marked: (namespace) => markers.has(namespace),
  }
  const execution = (): Execution => {
    requests += 1
    return { now: nowMillis() * 1000, nonce: `n${requests}`, fenceLife: store.fenceLife }
  }
  const apply = (writes: Writes) => {
    for (const [tag, value] of writes.tags) tags.set(tag, value)
    for (const namespace of writes.markers) markers.add(namespace)
  }
  const endLease = ({ key, versions }: Lease) => {
    if (leases.get(key) === formatLease(versions)) leases.delete(key)
  }
  const target = (of: readonly Tag[]) => ({ namespaces: namespacesOf(of), tags: of })

  const { send: receive, ...network } = createNetwork<Call>()

  const store: MemoryStore = {
    fenceLife: 60_000,
    tags,
    markers,
    entries,
    leases,
    events,
    ...network,
    flush: () => {
      for (const held of [tags, markers, entries, leases]) held.clear()
      events.length = 0
    },
    snapshot: () => {
      const [oldTags, oldEntries] = [new Map(tags), new Map(entries)]
      const [oldMarkers, oldLeases, oldEvents] = [new Set(markers), new Map(leases), [...events]]
      return () => {
        store.flush()
        for (const [tag, value] of oldTags) tags.set(tag, value)
        for (const [entryKey, value] of oldEntries) entries.set(entryKey, value)
        for (const namespace of oldMarkers) markers.add(namespace)
        for (const [key, captured] of oldLeases) leases.set(key, captured)
        events.push(...oldEvents)
      }
    },
    look: (wanted) =>
      receive('look', () =>
        wanted.map((one) => ({
          entry: entries.get(one.entryKey) ?? null,
          values: one.tags.map(look.tag),
        })),
      ),
    lease: (leaseKey, of) =>
      receive('lease', () => {
        const outcome = applyLease(
          { ...look, lease: leases.get(leaseKey) ?? null },
          target(of),
          execution(),
        )
        apply(outcome)
        if (outcome.granted) leases.set(leaseKey, formatLease(outcome.values))
        return { granted: outcome.granted, values: outcome.values }
      }),
    fill: ({ entryKey, lease, value }) =>
      receive('fill', () => {
        entries.set(entryKey, value)
        endLease(lease)
      }),
    release: (lease) => receive('release', () => endLease(lease)),
    fence: (of, id) => receive('fence', () => apply(applyFence(look, target(of), id, execution()))),
    bump: (of, id) =>
      receive('bump', () => {
        const run = execution()
        apply(applyBump(look, target(of), id, run))
        return new Map(
          namespacesOf(of).map((namespace) => {
            // Its place: what comes after a failover has the places of what was lost.
            const event = `${events.length + 1}-0:${run.nonce}`
            events.push({ id: event, namespace, tags: [...of] })
            return [namespace, event] as const
          }),
        )
      }),
    lift: (of, id) => receive('lift', () => apply(applyLift(look, of, id))),
    tidy: (of) => receive('tidy', () => apply(applyTidy(look, target(of), execution()))),
    present: (namespace, eventIds) =>
      receive('present', () => {
        const held = events.filter((event) => event.namespace === namespace)
        const ids = new Set(held.map((event) => event.id))
        return new Set(eventIds.filter((event) => ids.has(event)))
      }),
    open: (namespace) =>
      receive('open', () => {
        markers.add(namespace)
      }),
    ping: () => receive('ping', () => undefined),
  }
  return store
}
