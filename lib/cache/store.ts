import type { Namespace, Tag } from '@/lib/base/tag'

/** An entry to be looked at, with the tags that decide on it. */
export interface LookRequest {
  entryKey: string
  tags: readonly Tag[]
}

/** An entry and its tags as they were at one moment. */
export interface LookAnswer {
  entry: string | null
  /** In the order of the request's tags. */
  values: (string | null)[]
}

export interface LeaseAnswer {
  /**
   * Whether the caller is to load: the versions are settled, and nobody else loads under them. A
   * loser waits for the winner's value.
   */
  granted: boolean
  /** In the order of the tags: the versions that a fill may carry, or the fences against it. */
  values: string[]
}

/** The right to load, for which others wait. */
export interface Lease {
  key: string
  /** Those that its holder captured. */
  versions: readonly string[]
}

export interface Fill {
  entryKey: string
  /** Under which the value was loaded, whether it was granted or not. */
  lease: Lease
  value: string
  /** Milliseconds until Redis forgets the value. */
  life: number
}

/**
 * What the cache asks of Redis; protocol.ts says what each does. A rejected call may have been
 * applied all the same. No call is repeated by the store.
 */
export interface Store {
  /** One atomic look per request; requests of one call travel together. */
  look(requests: readonly LookRequest[]): Promise<LookAnswer[]>
  lease(leaseKey: string, tags: readonly Tag[]): Promise<LeaseAnswer>
  /** Stores a value and ends its lease; never that of a load which began after a change. */
  fill(fill: Fill): Promise<void>
  /** Ends the lease of a load that stores nothing; never that of one which began after a change. */
  release(lease: Lease): Promise<void>
  /** @param fenceId new for each attempt of a command */
  fence(tags: readonly Tag[], fenceId: string): Promise<void>
  /** @returns the event of each namespace that the tags name */
  bump(tags: readonly Tag[], fenceId: string): Promise<Map<Namespace, string>>
  lift(tags: readonly Tag[], fenceId: string): Promise<void>
  tidy(tags: readonly Tag[]): Promise<void>
  /** Which of these events the namespace's stream still has. */
  present(namespace: Namespace, eventIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Marks a namespace in which nothing can be in flight: one that was just made. */
  open(namespace: Namespace): Promise<void>
  /** Resolves when Redis answers. */
  ping(): Promise<void>
}

/** Milliseconds. */
export interface StoreLives {
  /** Longer than a transaction may last, and than the relay's period. */
  fence: number
  lease: number
  /** The longest life of an entry and two lives of a fence: tags outlive what they decide on. */
  tag: number
  /** Longer than the hour of which the relay audits the events. */
  stream: number
}

const hour = 3_600_000

/** The longest that any entry lives, milliseconds. */
export const longestEntryLife = 24 * hour

export function storeLives(fence: number, lease: number): StoreLives {
  return { fence, lease, tag: longestEntryLife + 2 * fence, stream: 2 * hour }
}
