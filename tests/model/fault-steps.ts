import { parseTag } from '@/lib/cache/protocol'
import type { Emit } from './reader-steps'
import { ticked, type World } from './redis'
import { changed, type Faults, type Redis, type State, type Writer } from './state'

/** Time, and what befalls Redis. Each step sets the exemption that the promise names, and no more. */
export function faultSteps(world: World, state: State, emit: Emit): void {
  const { redis, left } = state
  emit('time passes', tick(state))
  redis.entries.forEach((entry, key) => {
    if (!entry) return
    const entries = changed(redis.entries, key, null)
    emit(`the entry of key ${key} is evicted`, { ...state, redis: { ...redis, entries } })
  })
  if (left.flushes > 0) {
    emit('FLUSHALL', { ...state, redis: emptied(redis), left: less(left, 'flushes') })
  }
  if (left.markerEvictions > 0 && redis.marked) {
    const unmarked = { ...redis, marked: false }
    emit('the marker is lost', { ...state, redis: unmarked, left: less(left, 'markerEvictions') })
  }
  if (left.tagEvictions > 0) evictions(world, state, emit)
  if (left.failovers > 0) failovers(world, state, emit)
}

const less = (left: Faults, fault: keyof Faults): Faults => ({ ...left, [fault]: left[fault] - 1 })

/** A transaction may last as long as it is less than a fence. */
function tick(state: State): State {
  const writers = state.writers.map((writer): Writer => {
    if (writer.transaction !== 'open') return writer
    if (writer.age === 0) return { ...writer, age: 1 }
    return { ...writer, transaction: 'rolled back', age: 0, following: false }
  })
  return {
    ...state,
    writers,
    redis: ticked(state.redis),
    replica: state.replica && ticked(state.replica),
  }
}

function emptied({ tags, entries, events }: Redis): Redis {
  return {
    tags: tags.map(() => null),
    marked: false,
    entries: entries.map(() => null),
    events: events.map(() => false),
  }
}

function evictions(world: World, state: State, emit: Emit): void {
  state.redis.tags.forEach((value, place) => {
    if (value === null) return
    const redis = { ...state.redis, tags: changed(state.redis.tags, place, null) }
    // With the namespace's tag a quarantine is lost, which stood for the fences of all.
    const quarantineLost = place === 0 && value.includes('|')
    const writers = state.writers.map((writer, index) =>
      quarantineLost || holdsFence(world, state.redis, index) !== holdsFence(world, redis, index)
        ? withoutFence(writer)
        : writer,
    )
    const left = less(state.left, 'tagEvictions')
    emit(`tag ${place} is evicted, the marker stays`, { ...state, redis, writers, left })
  })
}

const withoutFence = (writer: Writer): Writer =>
  writer.transaction === 'open' && writer.fence !== 'none' ? { ...writer, fenceLost: true } : writer

function holdsFence({ configuration, rules }: World, { tags }: Redis, index: number): boolean {
  const facts = configuration.writers[index]?.facts ?? []
  const id = rules.fenceIdOf(index)
  return facts.every((fact) => parseTag(tags[fact] ?? '').fences.some((fence) => fence.id === id))
}

function failovers(world: World, state: State, emit: Emit): void {
  const { redis, replica } = state
  // What a replica received before the point at which it stops is of no further interest.
  if (!replica) {
    emit('from here on the replica receives nothing', { ...state, replica: redis })
    return
  }
  const writers = state.writers.map((writer, index) => {
    if (writer.transaction === 'committed') return { ...writer, bumpLost: true }
    return holdsFence(world, replica, index) ? writer : withoutFence(writer)
  })
  const left = less(state.left, 'failovers')
  emit('the replica takes over', { ...state, redis: replica, replica: null, writers, left })
}
