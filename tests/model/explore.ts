import { canonical } from './canonical'
import { faultSteps } from './fault-steps'
import { findBroken } from './promises'
import { type Emit, readerSteps } from './reader-steps'
import { createWorld } from './redis'
import { relaySteps } from './relay-steps'
import type { Rules } from './rules'
import { type Configuration, firstState, type State } from './state'
import { createStateStore } from './state-store'
import { writerSteps } from './writer-steps'

export interface Exploration {
  states: number
  /** Steps of the longest shortest way to a state. */
  depth: number
  /** Every way from state to state that was followed. */
  transitions: number
  /** Whether all that can be reached was. */
  complete: boolean
  violation: Violation | null
}

interface Violation {
  broken: string
  /** The shortest interleaving that leads to it, step by step. */
  steps: string[]
}

/**
 * Breadth first over every state that can be reached, so that the first violation found is one of
 * the shortest; it ends there.
 * @param mostStates where it gives up
 */
export function explore(
  configuration: Configuration,
  rules: Rules,
  mostStates: number,
): Exploration {
  const world = createWorld(configuration, rules)
  const store = createStateStore()
  const stepsOf = (state: State, emit: Emit) => {
    readerSteps(world, state, emit)
    writerSteps(world, state, emit)
    relaySteps(world, state, emit)
    faultSteps(world, state, emit)
  }

  /** The words of the steps to a state, found again from state to state. */
  function wayTo(index: number): string[] {
    const before = store.parentOf(index)
    if (before < 0) return []
    let words = ''
    const from = store.read(before)
    stepsOf(from, (step, next) => {
      if (words === '' && store.indexOf(canonical(world, next, from)) === index) words = step
    })
    return [...wayTo(before), words]
  }

  let transitions = 0
  let depth = 0
  let endOfDepth = 1
  let violation: Violation | null = null
  store.add(canonical(world, firstState(configuration)), -1)
  let index = 0
  for (; index < store.size() && !violation && store.size() < mostStates; index++) {
    if (index === endOfDepth) {
      depth += 1
      endOfDepth = store.size()
    }
    const state = store.read(index)
    stepsOf(state, (_, next) => {
      if (violation || isSame(state, next)) return
      transitions += 1
      const form = canonical(world, next, state)
      const added = store.add(form, index)
      const broken = added < 0 ? null : findBroken(world, form)
      if (broken) violation = { broken, steps: wayTo(added) }
    })
  }
  return { states: store.size(), depth, transitions, complete: index === store.size(), violation }
}

/** A step that changed nothing, as many do: the store would say the same, but later. */
function isSame(a: State, b: State): boolean {
  return (
    a.redis === b.redis &&
    a.replica === b.replica &&
    a.readers === b.readers &&
    a.writers === b.writers &&
    a.left === b.left
  )
}
