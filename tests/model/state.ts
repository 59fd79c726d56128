/** Versions as they were captured before a load; a missing one is captured by altered rules only. */
export type Versions = readonly (string | null)[]

/** How many commits of each fact of a key a value has seen. */
export type Value = readonly number[]

export interface Entry {
  readonly versions: Versions
  readonly value: Value
}

/** A load under way, or a fill that may still arrive: a reader has one at a time. */
export interface Load {
  readonly key: number
  readonly versions: Versions
  /** Null until the database has answered. */
  readonly value: Value | null
}

export interface Redis {
  /** Raw values; the first is the namespace's tag, then the facts'. */
  readonly tags: readonly (string | null)[]
  readonly marked: boolean
  readonly entries: readonly (Entry | null)[]
  /** Whether the stream still has the event that a writer's outbox row names. */
  readonly events: readonly boolean[]
}

export interface Writer {
  readonly transaction: 'none' | 'open' | 'committed' | 'rolled back'
  /** Ticks since BEGIN while the transaction is open. */
  readonly age: number
  /** Whether its process lives and knows what became of its last call. */
  readonly following: boolean
  readonly fence: 'none' | 'confirmed' | 'unanswered'
  /** Requests that were sent: each may arrive again at any time. */
  readonly sent: { readonly fence: boolean; readonly bump: boolean; readonly lift: boolean }
  /** Which commit of each of its facts it was. */
  readonly order: readonly number[]
  readonly acknowledged: boolean
  /** Its row in the outbox. */
  readonly row: 'none' | 'due' | 'told' | 'marked'
  /** Exempt from promise 2: Redis lost its fence by eviction or failover. */
  readonly fenceLost: boolean
  /** Exempt from all: a failover may have lost its bump, and nobody has told it again yet. */
  readonly bumpLost: boolean
}

/** Faults that may still happen. */
export interface Faults {
  readonly flushes: number
  readonly failovers: number
  readonly tagEvictions: number
  readonly markerEvictions: number
}

export interface State {
  readonly redis: Redis
  /** What a failover will bring back; null while the replica keeps up. */
  readonly replica: Redis | null
  readonly readers: readonly (Load | null)[]
  readonly writers: readonly Writer[]
  readonly left: Faults
}

export interface WriterRole {
  /** The facts that it changes, from 1. */
  readonly facts: readonly number[]
  /** `foreign` writes behind the application's back: neither fence nor bump. */
  readonly kind: 'strict' | 'available' | 'foreign'
}

/** A bounded world to be explored whole. */
export interface Configuration {
  readonly name: string
  readonly facts: number
  /** The facts of each key, from 1; every key carries the namespace's tag besides. */
  readonly keys: readonly (readonly number[])[]
  readonly readers: number
  readonly writers: readonly WriterRole[]
  /** Requests of writers may be lost, or applied and unanswered. */
  readonly unreachable: boolean
  /** Every request that was sent may arrive again, any number of times and as late as it likes. */
  readonly late: boolean
  readonly faults: Faults
}

const idleWriter: Writer = {
  transaction: 'none',
  age: 0,
  following: true,
  fence: 'none',
  sent: { fence: false, bump: false, lift: false },
  order: [],
  acknowledged: false,
  row: 'none',
  fenceLost: false,
  bumpLost: false,
}

/** Nothing is cached, nobody writes, and the namespace is marked, as its creation does. */
export function firstState({ facts, keys, readers, writers, faults }: Configuration): State {
  return {
    redis: {
      tags: Array.from({ length: facts + 1 }, () => null),
      marked: true,
      entries: keys.map(() => null),
      events: writers.map(() => false),
    },
    replica: null,
    readers: Array.from({ length: readers }, () => null),
    writers: writers.map(() => idleWriter),
    left: faults,
  }
}

/** How often each fact was changed, by commits. */
export function commitsOf(configuration: Configuration, { writers }: State): number[] {
  const commits = Array.from({ length: configuration.facts + 1 }, () => 0)
  writers.forEach(({ order }, index) => {
    configuration.writers[index]?.facts.forEach((fact, place) => {
      commits[fact] = Math.max(commits[fact] ?? 0, order[place] ?? 0)
    })
  })
  return commits
}

/** `map` that gives back the very list when nothing in it changes: most steps touch little. */
export function mapped<T>(list: readonly T[], change: (one: T, place: number) => T): readonly T[] {
  let copy: T[] | null = null
  for (let place = 0; place < list.length; place++) {
    const before = list[place] as T
    const after = change(before, place)
    if (after === before) continue
    copy ??= [...list]
    copy[place] = after
  }
  return copy ?? list
}

/** A copy of a list with one place changed. */
export function changed<T>(list: readonly T[], place: number, value: T): readonly T[] {
  const copy = [...list]
  copy[place] = value
  return copy
}
