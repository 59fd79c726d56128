import type { Emit } from './reader-steps'
import { bump, tagsAt, type World } from './redis'
import { changed, type Redis, type State, type Writer } from './state'

/** The relay may be any process, so that it is always there; and the audit goes with it. */
export function relaySteps(world: World, state: State, emit: Emit): void {
  const { rules } = world
  state.writers.forEach((writer, index) => {
    if (writer.transaction !== 'committed') return
    const turn = { state, emit, index, writer }
    if (writer.row === 'due' && !rules.bumpsBeforeMark) {
      go(turn, 'marks before it bumps', { row: 'marked' })
    } else if (writer.row === 'due') {
      const told = tell(world, state, index)
      go(turn, 'bumps', { row: 'told', bumpLost: false }, told)
      go(turn, 'bumps and dies before it marks', {}, told)
    }
    if (writer.row === 'told') go(turn, 'marks', { row: 'marked' })
    if (writer.row === 'marked' && (writer.bumpLost || !state.redis.events[index])) {
      const missing = !state.redis.events[index] && rules.audits
      go(turn, 'audits', { bumpLost: false }, missing ? tell(world, state, index) : state.redis)
    }
  })
}

interface Turn {
  state: State
  emit: Emit
  index: number
  writer: Writer
}

function go(turn: Turn, words: string, change: Partial<Writer>, redis = turn.state.redis): void {
  const { state, index, writer } = turn
  const writers = changed(state.writers, index, { ...writer, ...change })
  turn.emit(`the relay ${words} (row of writer ${index})`, { ...state, redis, writers })
}

/** It has no fence of its own, and lifts none. */
function tell(world: World, { redis }: State, index: number): Redis {
  const facts = world.configuration.writers[index]?.facts ?? []
  const bumped = bump(world, redis, tagsAt(world, facts), 'relay')
  return { ...bumped, events: changed(bumped.events, index, true) }
}
