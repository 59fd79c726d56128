import type { Tag } from '@/lib/base/tag'
import {
  type Execution,
  formatTag,
  type Look,
  parseTag,
  type Target,
  type Writes,
} from '@/lib/cache/protocol'
import { namespace, type Rules, tagNames } from './rules'
import { type Configuration, changed, mapped, type Redis } from './state'

/** A configuration under rules; all that the steps of the model need. */
export interface World {
  configuration: Configuration
  rules: Rules
  /** By the place of their values in `Redis.tags`. */
  tags: readonly Tag[]
  places: ReadonlyMap<Tag, number>
  keyPlaces: readonly (readonly number[])[]
}

export function createWorld(configuration: Configuration, rules: Rules): World {
  const tags = tagNames(configuration.facts)
  const places = new Map(tags.map((tag, place) => [tag, place]))
  const keyPlaces = configuration.keys.map((facts) => [0, ...facts])
  return { configuration, rules, tags, places, keyPlaces }
}

/** The tags of a key, or of what a writer changes. */
export function tagsAt({ tags }: World, places: readonly number[]): Tag[] {
  return tags.filter((_, place) => places.includes(place))
}

/** What a key's entry depends on: the namespace's tag goes without saying. */
export function placesOfKey({ keyPlaces }: World, key: number): readonly number[] {
  return keyPlaces[key] ?? []
}

export function valuesOfKey(world: World, redis: Redis, key: number): (string | null)[] {
  return placesOfKey(world, key).map((place) => redis.tags[place] ?? null)
}

/**
 * A tick of the modelled clock is a millisecond, and it is always 0: what passes is taken off the
 * deadlines. Every execution makes a version that is nowhere yet.
 */
export const freshVersion = 'fresh'

function executionOf({ rules }: World): Execution {
  return { now: 0, nonce: freshVersion, fenceLife: rules.fenceLife }
}

class RedisLook implements Look {
  readonly lease = null

  constructor(
    private readonly world: World,
    private readonly redis: Redis,
  ) {}

  tag(tag: Tag): string | null {
    return this.redis.tags[this.world.places.get(tag) ?? -1] ?? null
  }

  marked(): boolean {
    return this.redis.marked
  }
}

function targetOf(tags: readonly Tag[]): Target {
  return { namespaces: [namespace], tags }
}

function written({ places }: World, redis: Redis, writes: Writes): Redis {
  let { tags } = redis
  for (const [tag, value] of writes.tags) {
    const place = places.get(tag) ?? -1
    if (tags[place] !== value) tags = changed(tags, place, inOrder(value))
  }
  const marked = redis.marked || writes.markers.size > 0
  return tags === redis.tags && marked === redis.marked ? redis : { ...redis, tags, marked }
}

/** The order of the fences says nothing, so that states which differ by it are one. */
function inOrder(value: string): string {
  if (!value.includes(',')) return value
  const { version, fences } = parseTag(value)
  return formatTag({ version, fences: fences.toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
}

export function fence(world: World, redis: Redis, tags: readonly Tag[], id: string): Redis {
  const { decisions } = world.rules
  const writes = decisions.fence(
    new RedisLook(world, redis),
    targetOf(tags),
    id,
    executionOf(world),
  )
  return written(world, redis, writes)
}

export function bump(world: World, redis: Redis, tags: readonly Tag[], id: string): Redis {
  const { decisions } = world.rules
  const writes = decisions.bump(new RedisLook(world, redis), targetOf(tags), id, executionOf(world))
  return written(world, redis, writes)
}

export function lift(world: World, redis: Redis, tags: readonly Tag[], id: string): Redis {
  return written(world, redis, world.rules.decisions.lift(new RedisLook(world, redis), tags, id))
}

export function tidy(world: World, redis: Redis, tags: readonly Tag[]): Redis {
  const { decisions } = world.rules
  const writes = decisions.tidy(new RedisLook(world, redis), targetOf(tags), executionOf(world))
  return written(world, redis, writes)
}

/** Leases are taken for granted: who loads is a matter of efficiency alone. */
export function lease(
  world: World,
  redis: Redis,
  tags: readonly Tag[],
): { redis: Redis; values: string[] } {
  const look = new RedisLook(world, redis)
  const answer = world.rules.decisions.lease(look, targetOf(tags), executionOf(world))
  return { redis: written(world, redis, answer), values: answer.values }
}

/** A tick of the clock: every fence comes closer to its deadline. */
export function ticked(redis: Redis): Redis {
  const tags = mapped(redis.tags, (value) => {
    if (!value?.includes('|')) return value
    const { version, fences } = parseTag(value)
    const closer = fences.map(({ id, deadline }) => ({
      id,
      deadline: Math.max(0, deadline - 1000),
    }))
    return formatTag({ version, fences: closer })
  })
  return { ...redis, tags }
}
