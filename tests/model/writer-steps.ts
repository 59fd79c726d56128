import type { Emit } from './reader-steps'
import { bump, fence, lift, tagsAt, type World } from './redis'
import { changed, commitsOf, type Redis, type State, type Writer, type WriterRole } from './state'

/** One writer in one state. */
interface Turn {
  world: World
  state: State
  emit: Emit
  index: number
  writer: Writer
  role: WriterRole
}

export function writerSteps(world: World, state: State, emit: Emit): void {
  state.writers.forEach((writer, index) => {
    const role = world.configuration.writers[index]
    if (!role) return
    const turn = { world, state, emit, index, writer, role }
    if (writer.transaction === 'none') go(turn, 'begins', { transaction: 'open' })
    if (writer.transaction === 'open') openSteps(turn)
    if (writer.transaction === 'committed' && writer.following) committedSteps(turn)
    lateSteps(turn)
  })
}

function go(turn: Turn, words: string, change: Partial<Writer>, redis = turn.state.redis): void {
  const { state, index, writer } = turn
  const writers = changed(state.writers, index, { ...writer, ...change })
  turn.emit(`writer ${index} ${words}`, { ...state, redis, writers })
}

function arrive(turn: Turn, request: string, redis: Redis): void {
  turn.emit(`a ${request} of writer ${turn.index} arrives late`, { ...turn.state, redis })
}

function idOf({ world, index }: Turn): string {
  return world.rules.fenceIdOf(index)
}

function fenced(turn: Turn): Redis {
  return fence(turn.world, turn.state.redis, tagsAt(turn.world, turn.role.facts), idOf(turn))
}

function lifted(turn: Turn): Redis {
  return lift(turn.world, turn.state.redis, tagsAt(turn.world, turn.role.facts), idOf(turn))
}

/** A bump; its event stands in the stream under the writer's row when `named`. */
function bumped({ world, state, role, index }: Turn, id: string, named: boolean): Redis {
  const redis = bump(world, state.redis, tagsAt(world, role.facts), id)
  return named ? { ...redis, events: changed(redis.events, index, true) } : redis
}

function openSteps(turn: Turn): void {
  const { writer, role, world } = turn
  const { rules, configuration } = world
  if (writer.following && role.kind !== 'foreign' && writer.fence === 'none') fenceSteps(turn)
  if (mayCommit(turn)) commitSteps(turn)
  go(turn, 'dies before COMMIT', { transaction: 'rolled back', age: 0, following: false })
  if (writer.fence === 'none') return
  const sent = { ...writer.sent, lift: true }
  const over = { transaction: 'rolled back', age: 0, following: false, sent } as const
  go(turn, 'rolls back, that is confirmed, and lifts', over, lifted(turn))
  if (configuration.unreachable) go(turn, 'rolls back; its lift is lost', over)
  if (!rules.bumpsAfterCommit) {
    const early = { ...writer.sent, bump: true }
    go(turn, 'bumps before COMMIT', { sent: early }, bumped(turn, idOf(turn), true))
  }
}

function fenceSteps(turn: Turn): void {
  const { writer, world } = turn
  const sent = { ...writer.sent, fence: true }
  const placed = world.rules.fencesBeforeCommit ? fenced(turn) : turn.state.redis
  go(turn, 'fences', { fence: 'confirmed', sent }, placed)
  if (!world.configuration.unreachable) return
  go(turn, 'fences; the answer is lost', { fence: 'unanswered', sent }, placed)
  go(turn, 'fences; the request is lost or late', { fence: 'unanswered', sent })
}

function mayCommit({ writer, role }: Turn): boolean {
  if (role.kind === 'foreign') return true
  return (
    writer.fence === 'confirmed' || (writer.fence === 'unanswered' && role.kind === 'available')
  )
}

function commitSteps(turn: Turn): void {
  const { world, state, writer, role } = turn
  const commits = commitsOf(world.configuration, state)
  const order = role.facts.map((fact) => (commits[fact] ?? 0) + 1)
  const done = { transaction: 'committed', age: 0, order, row: 'due' } as const
  if (role.kind !== 'foreign') go(turn, `commits (${order})`, done)
  go(turn, `commits (${order}) and dies, or never hears of it`, { ...done, following: false })
  if (world.rules.liftsWhatIsKnownOnly) return
  const sent = { ...writer.sent, lift: true }
  const wrong = { ...done, following: false, sent }
  go(turn, `commits (${order}), never hears of it, and lifts`, wrong, lifted(turn))
}

function committedSteps(turn: Turn): void {
  const { writer, world } = turn
  if (writer.acknowledged) {
    if (writer.row !== 'marked') go(turn, 'marks its row', { row: 'marked' })
    return
  }
  const sent = { ...writer.sent, bump: true }
  if (!world.rules.bumpsAfterCommit) {
    go(turn, 'is acknowledged', { acknowledged: true })
    return
  }
  go(
    turn,
    'bumps and is acknowledged',
    { acknowledged: true, sent },
    bumped(turn, idOf(turn), true),
  )
  go(turn, 'dies before the bump', { following: false })
  if (!world.configuration.unreachable) return
  const pending = { following: false, sent }
  go(turn, 'bumps; the answer is lost', pending, bumped(turn, idOf(turn), false))
  go(turn, 'bumps; the request is lost or late', pending)
}

/** Whatever was sent once may arrive, or arrive again. */
function lateSteps(turn: Turn): void {
  const { world, writer } = turn
  if (!world.configuration.late) return
  if (writer.sent.fence && world.rules.fencesBeforeCommit) arrive(turn, 'fence', fenced(turn))
  if (writer.sent.bump) arrive(turn, 'bump', bumped(turn, idOf(turn), false))
  if (writer.sent.lift) arrive(turn, 'lift', lifted(turn))
}
