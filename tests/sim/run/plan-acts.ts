import type { Question } from '../world/facts'
import type { Random } from '../world/random'
import type { Act, Actor, CommandPlan, RequestPart } from './scenario'

/** What the actors of one scenario have in common. */
export interface Cast {
  random: Random
  facts: readonly [string, ...string[]]
  questions: readonly [Question, ...Question[]]
  processes: number
}

/** One or two who mostly write, some who mostly read, and the relays. */
export function planActors(cast: Cast): Actor[] {
  const { random } = cast
  const readers = Array.from({ length: 1 + random.below(3) }, () =>
    planActor(cast, 4 + random.below(14), random.pick([0, 0, 0.1])),
  )
  const writers = Array.from({ length: random.pick([1, 2, 2, 3]) }, () =>
    planActor(cast, 1 + random.below(6), 0.7),
  )
  return [...readers, ...writers, ...planRelays(cast)]
}

/** @param writes the share of its acts that are commands */
function planActor(cast: Cast, count: number, writes: number): Actor {
  const { random } = cast
  const tempo = random.pick([1, 5, 5, 20, 20, 100, 1_000])
  const often = random.chance(0.5) ? ([random.pick(cast.questions)] as const) : cast.questions
  const own = { ...cast, questions: often }
  return {
    process: random.below(cast.processes),
    acts: Array.from({ length: count }, () => [
      { kind: 'pause' as const, time: pause(random, tempo) },
      planAct(own, writes),
    ]).flat(),
  }
}

function pause(random: Random, tempo: number): number {
  return random.chance(0.97) ? random.between(0, tempo) : random.magnitude(1, 200_000)
}

function planAct(cast: Cast, writes: number): Act {
  const { random, facts } = cast
  const drawn = random.next()
  if (drawn < 0.03) {
    return { kind: 'raw change', facts: [random.pick(facts)], bulk: random.chance(0.2) }
  }
  if (drawn < 0.04) return { kind: 'purge', fact: random.pick(facts) }
  if (!random.chance(writes)) return { kind: 'request', parts: [planReads(cast)] }
  const command = { kind: 'command' as const, command: planCommand(cast) }
  const before = random.chance(0.2) ? [planReads(cast)] : []
  const after = random.chance(0.3) ? [before[0] ?? planReads(cast)] : []
  return { kind: 'request', parts: [...before, command, ...after] }
}

function planReads({ random, questions }: Cast): RequestPart {
  const count = random.chance(0.8) ? 1 : 3
  return { kind: 'read', questions: Array.from({ length: count }, () => random.pick(questions)) }
}

function planCommand({ random, facts, questions }: Cast): CommandPlan {
  const some = () => [...new Set([random.pick(facts), ...random.some(facts, 0.1)])]
  const statements = Array.from({ length: random.chance(0.8) ? 1 : 2 }, () => ({
    facts: some(),
    late: random.chance(0.15) ? [random.pick(facts)] : [],
    bulk: random.chance(0.2),
  }))
  return {
    statements,
    reads: random.chance(0.15) ? [random.pick(questions)] : [],
    thinks: random.chance(0.1) ? random.magnitude(1, 60_000) : 0,
    strict: random.chance(0.3),
    givesUp: random.chance(0.05),
    refused: random.chance(0.2),
  }
}

/** The relay's minute goes by from somewhere in the beginning. */
function planRelays({ random, processes }: Cast): Actor[] {
  const soon = random.chance(0.5)
  const time = () => random.between(0, soon ? 200 : 60_000)
  const minute = (): Act[] => [{ kind: 'pause', time: time() }, { kind: 'relay' }]
  return Array.from({ length: random.pick([0, 1, 1, 2]) }, () => ({
    process: random.below(processes),
    acts: [minute(), minute(), minute()].flat(),
  }))
}
