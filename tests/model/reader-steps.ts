import { lease, placesOfKey, tagsAt, tidy, valuesOfKey, type World } from './redis'
import { changed, commitsOf, type Load, type State } from './state'

/** Takes a step that is possible in a state: its words, and what it leads to. */
export type Emit = (words: string, next: State) => void

function withReader(state: State, reader: number, load: Load | null): State {
  return { ...state, readers: changed(state.readers, reader, load) }
}

/**
 * Readers that hit change nothing, so the promises look for them in every state instead. What is
 * left of a reader is its load: capture, load, fill; it may die after each.
 */
export function readerSteps(world: World, state: State, emit: Emit): void {
  const idle = state.readers.indexOf(null)
  world.configuration.keys.forEach((_, key) => {
    emit(`a reader asks for tidy of key ${key}`, {
      ...state,
      redis: tidy(world, state.redis, tagsAt(world, placesOfKey(world, key))),
    })
    if (idle < 0) return
    if (world.rules.capturesBeforeLoad) captureSteps(world, state, idle, key, emit)
    else emit(...loadWithoutVersions(world, state, idle, key))
  })
  state.readers.forEach((load, reader) => {
    if (!load) return
    emit(`reader ${reader} dies`, withReader(state, reader, null))
    if (load.value) fillSteps(world, state, reader, load, emit)
    else emit(...loadStep(world, state, reader, load))
  })
}

function captureSteps(world: World, state: State, reader: number, key: number, emit: Emit): void {
  const { mayCapture } = world.rules.decisions
  const leased = lease(world, state.redis, tagsAt(world, placesOfKey(world, key)))
  const after = { ...state, redis: leased.redis }
  const load = mayCapture(leased.values) ? { key, versions: leased.values, value: null } : null
  emit(`reader ${reader} leases key ${key}: ${leased.values}`, withReader(after, reader, load))
  // A reader that waited for another in vain captures what it saw itself.
  const seen = valuesOfKey(world, state.redis, key)
  if (!mayCapture(seen)) return
  const looked = withReader(state, reader, { key, versions: seen, value: null })
  emit(`reader ${reader} captures key ${key} by a look: ${seen}`, looked)
}

function loaded(world: World, state: State, key: number): number[] {
  const commits = commitsOf(world.configuration, state)
  return (world.configuration.keys[key] ?? []).map((fact) => commits[fact] ?? 0)
}

function loadStep(world: World, state: State, reader: number, load: Load): [string, State] {
  const value = loaded(world, state, load.key)
  return [
    `reader ${reader} loads key ${load.key}: ${value}`,
    withReader(state, reader, { ...load, value }),
  ]
}

function loadWithoutVersions(
  world: World,
  state: State,
  reader: number,
  key: number,
): [string, State] {
  const value = loaded(world, state, key)
  return [
    `reader ${reader} loads key ${key}: ${value}`,
    withReader(state, reader, { key, versions: [], value }),
  ]
}

function fillSteps(world: World, state: State, reader: number, load: Load, emit: Emit): void {
  const { key, value } = load
  if (!value) return
  let { redis } = state
  let { versions } = load
  if (!world.rules.capturesBeforeLoad) {
    const answer = lease(world, redis, tagsAt(world, placesOfKey(world, key)))
    if (!world.rules.decisions.mayCapture(answer.values)) return
    redis = answer.redis
    versions = answer.values
  }
  const entries = changed(redis.entries, key, { versions, value })
  const filled = { ...state, redis: { ...redis, entries } }
  emit(`the fill of reader ${reader} arrives: ${value}`, withReader(filled, reader, null))
  if (world.configuration.late) emit(`the fill of reader ${reader} arrives, and will again`, filled)
}
