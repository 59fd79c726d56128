import { placesOfKey, type World } from './redis'
import { type Entry, type Load, mapped, type Redis, type State, type Versions } from './state'

/**
 * One form for all states that differ by names only, and without what can never matter again:
 * - versions are equal or not, so each tag's are numbered in the order in which they stand;
 * - a version that its tag lost never returns but by a failover, so what was captured under one that
 *   neither Redis nor its replica has is dropped (unless the rules let versions return);
 * - readers are alike, so they stand in order.
 */
export function canonical(world: World, state: State, before?: State): State {
  // Without a new version nothing dies, and all versions have their names.
  const sameVersions = state.redis.tags === before?.redis.tags && state.replica === before.replica
  if (sameVersions) {
    const readers = state.readers === before.readers ? state.readers : inOrder(state.readers)
    return readers === state.readers ? state : { ...state, readers }
  }
  const replica = state.left.failovers > 0 ? state.replica : null
  const pruned = world.rules.versionsReturn
    ? { ...state, replica }
    : withoutDead(world, state, replica)
  return renamed(world, { ...pruned, readers: inOrder(pruned.readers) })
}

function inOrder(readers: State['readers']): State['readers'] {
  const isInOrder = readers.every(
    (load, place) => place === 0 || compare(readers[place - 1] ?? null, load) <= 0,
  )
  return isInOrder ? readers : readers.toSorted(compare)
}

function compare(a: Load | null, b: Load | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const [first, second] = [textOf(a), textOf(b)]
  if (first === second) return 0
  return first < second ? -1 : 1
}

const textOf = (load: Load) => `${load.key} ${load.value} ${load.versions}`

const versionOf = (value: string | null | undefined) => value?.split('|', 1)[0]

/** The versions that may still be compared with a tag's. */
type Alive = readonly (readonly (string | undefined)[])[]

function withoutDead(world: World, state: State, replica: Redis | null): State {
  const alive = state.redis.tags.map((value, place) => [
    versionOf(value),
    versionOf(replica?.tags[place]),
  ])
  return {
    ...state,
    redis: withLivingEntries(world, state.redis, alive),
    replica: replica && withLivingEntries(world, replica, alive),
    readers: mapped(state.readers, (load) => load && ifAlive(world, load, load.key, alive)),
  }
}

function withLivingEntries(world: World, redis: Redis, alive: Alive): Redis {
  const entries = mapped(redis.entries, (entry, key) => entry && ifAlive(world, entry, key, alive))
  return entries === redis.entries ? redis : { ...redis, entries }
}

function ifAlive<T extends { versions: Versions }>(
  world: World,
  held: T,
  key: number,
  alive: Alive,
): T | null {
  const places = placesOfKey(world, key)
  const lives = held.versions.every((version, index) =>
    alive[places[index] ?? -1]?.includes(version ?? ''),
  )
  return lives ? held : null
}

/** Versions that a request named itself keep their names: the same request may bring them again. */
const requestNamed = /:r[^:]*$/

/** The names of each tag's versions, in the order in which they were met. */
type Names = readonly Map<string, string>[]

function renamed(world: World, state: State): State {
  const names: Names = world.tags.map(() => new Map())
  const tags = renameTags(names, state.redis.tags)
  const replicaTags = state.replica && renameTags(names, state.replica.tags)
  const entries = renameEntries(world, names, state.redis.entries)
  const replica = state.replica &&
    replicaTags && {
      ...state.replica,
      tags: replicaTags,
      entries: renameEntries(world, names, state.replica.entries),
    }
  const readers = mapped(
    state.readers,
    (load) => load && renameCapture(world, names, load, load.key),
  )
  return { ...state, redis: { ...state.redis, tags, entries }, replica, readers }
}

function rename(names: Names, version: string, place: number): string {
  const known = names[place]
  if (!known || requestNamed.test(version)) return version
  const name = known.get(version) ?? `0:0:${known.size}`
  known.set(version, name)
  return name
}

function renameTags(names: Names, tags: Redis['tags']): Redis['tags'] {
  return mapped(tags, (value, place) => {
    if (value === null) return value
    const version = versionOf(value) ?? ''
    return rename(names, version, place) + value.slice(version.length)
  })
}

function renameEntries(world: World, names: Names, entries: Redis['entries']): Redis['entries'] {
  return mapped<Entry | null>(
    entries,
    (entry, key) => entry && renameCapture(world, names, entry, key),
  )
}

function renameCapture<T extends { versions: Versions }>(
  world: World,
  names: Names,
  held: T,
  key: number,
): T {
  const places = placesOfKey(world, key)
  const versions = mapped(held.versions, (version, index) =>
    version === null ? null : rename(names, version, places[index] ?? 0),
  )
  return versions === held.versions ? held : { ...held, versions }
}
