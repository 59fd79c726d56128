import type { Namespace, Tag } from '@/lib/base/tag'
import { namespacesOf } from '@/lib/cache/keys'
import {
  applyBump,
  applyFence,
  applyLease,
  applyLift,
  applyTidy,
  type Execution,
  type Look,
  type Writes,
} from '@/lib/cache/protocol'
import type { Store } from '@/lib/cache/store'

/** What can happen to one call. `lost` never arrives; `unanswered` is applied, and then fails. */
export type Fault = 'lost' | 'unanswered' | 'twice' | 'never answered'

export interface MemoryStore extends Store {
  /** Everything that it holds, to be looked at and damaged. */
  readonly tags: Map<Tag, string>
  readonly markers: Set<Namespace>
  readonly entries: Map<string, string>
  readonly leases: Set<string>
  readonly events: { namespace: Namespace; tags: Tag[] }[]
  /** Milliseconds; what the next fence gets. */
  fenceLife: number
  /** The names of the calls so far, in order. */
  readonly calls: string[]
  /** Lets the next call of that name meet a fault. */
  meet(call: keyof Store, fault: Fault): void
  /** Lets every call meet a fault until it is told otherwise. */
  suffer(fault: Fault | null): void
  /** Forgets everything, as FLUSHALL does. */
  flush(): void
}

/**
 * A Redis in memory, made of the protocol's own decisions, that can be told to fail.
 * @param nowMillis its clock, which need not be the readers'
 */
export function createMemoryStore(nowMillis: () => number): MemoryStore {
  const tags = new Map<Tag, string>()
  const markers = new Set<Namespace>()
  const entries = new Map<string, string>()
  const leases = new Set<string>()
  const events: { namespace: Namespace; tags: Tag[] }[] = []
  const calls: string[] = []
  const faults: { call: keyof Store; fault: Fault }[] = []
  let lasting: Fault | null = null
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
  const target = (of: readonly Tag[]) => ({ namespaces: namespacesOf(of), tags: of })

  async function receive<T>(call: keyof Store, work: () => T): Promise<T> {
    calls.push(call)
    const index = faults.findIndex((next) => next.call === call)
    const fault = index < 0 ? lasting : faults.splice(index, 1)[0]?.fault
    await Promise.resolve()
    if (fault === 'never answered') return new Promise(() => undefined)
    if (fault === 'lost') throw new Error('the request was lost')
    const answer = work()
    if (fault === 'unanswered') throw new Error('the answer was lost')
    return fault === 'twice' ? work() : answer
  }

  const store: MemoryStore = {
    fenceLife: 60_000,
    tags,
    markers,
    entries,
    leases,
    events,
    calls,
    meet: (call, fault) => faults.push({ call, fault }),
    suffer: (fault) => {
      lasting = fault
    },
    flush: () => {
      for (const held of [tags, markers, entries, leases]) held.clear()
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
          { ...look, leased: leases.has(leaseKey) },
          target(of),
          execution(),
        )
        apply(outcome)
        leases.add(leaseKey)
        return { granted: outcome.granted, values: outcome.values }
      }),
    fill: ({ entryKey, leaseKey, value }) =>
      receive('fill', () => {
        entries.set(entryKey, value)
        leases.delete(leaseKey)
      }),
    release: (leaseKey) =>
      receive('release', () => {
        leases.delete(leaseKey)
      }),
    fence: (of, id) => receive('fence', () => apply(applyFence(look, target(of), id, execution()))),
    bump: (of, id) =>
      receive('bump', () => {
        apply(applyBump(look, target(of), id, execution()))
        return new Map(
          namespacesOf(of).map((namespace) => {
            events.push({ namespace, tags: [...of] })
            return [namespace, `${events.length}-0`] as const
          }),
        )
      }),
    lift: (of, id) => receive('lift', () => apply(applyLift(look, of, id))),
    tidy: (of) => receive('tidy', () => apply(applyTidy(look, target(of), execution()))),
    open: (namespace) =>
      receive('open', () => {
        markers.add(namespace)
      }),
    ping: () => receive('ping', () => undefined),
  }
  return store
}
