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
import type {
  Fill,
  Lease,
  LeaseAnswer,
  LookAnswer,
  LookRequest,
  StoreLives,
} from '@/lib/cache/store'

interface Held {
  value: string
  /** Milliseconds of the Redis clock. */
  until: number
}

interface State {
  tags: Map<Tag, Held>
  markers: Set<Namespace>
  entries: Map<string, Held>
  /** What their holders captured. */
  leases: Map<string, Held>
  streams: Map<Namespace, Stream>
}

/**
 * Its events. Redis counts them by its clock, then by a number within the millisecond; here the clock
 * is coarse, so that what a failover lost and what comes after it have the same numbers often.
 */
interface Stream {
  last: readonly [milliseconds: number, number: number]
  /** The names of what it holds. */
  names: Set<string>
}

/** Milliseconds. */
const coarse = 60_000

const emptyState = (): State => ({
  tags: new Map(),
  markers: new Set(),
  entries: new Map(),
  leases: new Map(),
  streams: new Map(),
})

interface Evicted {
  key: string
  /** Of a tag. */
  value: string
}

/** A Redis with a clock of its own, made of the decisions of the protocol; it can lose its past. */
export class Redis {
  private state = emptyState()
  private snapshots = new Map<number, State>()
  private readonly seen: Look = {
    tag: (tag) => this.tag(tag),
    marked: (namespace) => this.state.markers.has(namespace),
  }

  /**
   * @param now milliseconds of its clock
   * @param ran told of scripts when they run
   */
  constructor(
    private readonly now: () => number,
    private readonly lives: StoreLives,
    private readonly ran: {
      lease(): void
      fence(id: string): void
      bump(tags: readonly Tag[]): void
    },
  ) {}

  tag(tag: Tag): string | null {
    return this.held(this.state.tags, tag)
  }

  marked(namespace: Namespace): boolean {
    return this.state.markers.has(namespace)
  }

  look(requests: readonly LookRequest[]): LookAnswer[] {
    return requests.map(({ entryKey, tags }) => ({
      entry: this.held(this.state.entries, entryKey),
      values: tags.map((tag) => this.tag(tag)),
    }))
  }

  lease(leaseKey: string, tags: readonly Tag[], nonce: string): LeaseAnswer {
    const lease = this.held(this.state.leases, leaseKey)
    const outcome = applyLease({ ...this.seen, lease }, target(tags), this.execution(nonce))
    const { granted, values } = outcome
    this.write(outcome)
    const until = this.now() + this.lives.lease
    if (granted) this.state.leases.set(leaseKey, { value: formatLease(values), until })
    this.ran.lease()
    return { granted, values }
  }

  fill({ entryKey, lease, value, life }: Fill): void {
    this.state.entries.set(entryKey, { value, until: this.now() + life })
    this.release(lease)
  }

  release({ key, versions }: Lease): void {
    if (this.held(this.state.leases, key) === formatLease(versions)) this.state.leases.delete(key)
  }

  fence(tags: readonly Tag[], id: string, nonce: string): void {
    this.write(applyFence(this.seen, target(tags), id, this.execution(nonce)))
    this.ran.fence(id)
  }

  bump(tags: readonly Tag[], id: string, nonce: string): Map<Namespace, string> {
    this.write(applyBump(this.seen, target(tags), id, this.execution(nonce)))
    this.ran.bump(tags)
    return new Map(
      namespacesOf(tags).map((namespace) => [namespace, this.append(namespace, nonce)]),
    )
  }

  lift(tags: readonly Tag[], id: string): void {
    this.write(applyLift(this.seen, tags, id))
  }

  tidy(tags: readonly Tag[], nonce: string): void {
    this.write(applyTidy(this.seen, target(tags), this.execution(nonce)))
  }

  open(namespace: Namespace): void {
    this.state.markers.add(namespace)
  }

  present(namespace: Namespace, eventIds: readonly string[]): Set<string> {
    const names = this.state.streams.get(namespace)?.names
    return new Set(eventIds.filter((id) => names?.has(id)))
  }

  /** What it holds now can come back under this number. */
  remember(number: number): void {
    this.snapshots.set(number, copy(this.state))
  }

  /** A replica that had not heard of what came after takes over. */
  failOver(number: number): void {
    this.state = copy(this.snapshots.get(number) ?? emptyState())
  }

  flush(): void {
    this.state = emptyState()
  }

  /** Drops one key as an engine does that is short of memory. @param choose below a count */
  evict(kind: 'tags' | 'markers' | 'entries', choose: (count: number) => number): Evicted | null {
    const keys: string[] = [...this.state[kind].keys()]
    const key = keys[choose(keys.length)]
    if (key === undefined) return null
    const value = this.tag(key as Tag) ?? ''
    const held: { delete(key: string): boolean } = this.state[kind]
    held.delete(key)
    return { key, value }
  }

  private held<Key>(map: Map<Key, Held>, key: Key): string | null {
    const found = map.get(key)
    return found && found.until > this.now() ? found.value : null
  }

  private write(writes: Writes): void {
    const until = this.now() + this.lives.tag
    for (const [tag, value] of writes.tags) this.state.tags.set(tag, { value, until })
    for (const namespace of writes.markers) this.state.markers.add(namespace)
  }

  private append(namespace: Namespace, nonce: string): string {
    const { last, names } = this.state.streams.get(namespace) ?? { last: [0, 0], names: new Set() }
    const now = Math.floor(this.now() / coarse) * coarse
    const next = now > last[0] ? ([now, 0] as const) : ([last[0], last[1] + 1] as const)
    const name = [next.join('-'), nonce].join(':')
    this.state.streams.set(namespace, { last: next, names: names.add(name) })
    return name
  }

  private execution(nonce: string): Execution {
    return { now: Math.floor(this.now() * 1000), nonce, fenceLife: this.lives.fence }
  }
}

function target(tags: readonly Tag[]) {
  return { namespaces: namespacesOf(tags), tags }
}

function copy(state: State): State {
  return {
    tags: new Map(state.tags),
    markers: new Set(state.markers),
    entries: new Map(state.entries),
    leases: new Map(state.leases),
    streams: new Map(
      [...state.streams].map(([name, { last, names }]) => [name, { last, names: new Set(names) }]),
    ),
  }
}
