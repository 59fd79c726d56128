import { facts, owners, type Question, questionsAbout } from '../world/facts'
import type { Weather } from '../world/network'
import { createRandom, type Random } from '../world/random'
import type { Lives } from '../world/world'
import { planActors } from './plan-acts'
import type { Scenario, Trouble } from './scenario'

const hour = 3_600_000

/** The scenario of a seed. Seeds differ in what they allow, so that each kind meets each. */
export function planScenario(seed: number): Scenario {
  const random = createRandom(seed)
  const chosen = chooseFacts(random)
  const questions = questionsAbout(facts.filter(({ id }) => chosen.includes(id)))
  const processes = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => ({
    version: random.chance(0.1) ? 2 : 1,
    skew: random.chance(0.3) ? random.between(-hour, hour) : 0,
  }))
  const cast = {
    random,
    facts: chosen,
    questions: questions as [Question, ...Question[]],
    processes: processes.length,
  }
  return {
    salt: seed,
    weather: planWeather(random),
    lives: planLives(random),
    opened: random.chance(0.8),
    processes,
    actors: planActors(cast),
    troubles: random.chance(0.3) ? [] : planTroubles(random, processes.length),
    questions,
  }
}

/** Few facts, so that actors meet. */
function chooseFacts(random: Random): [string, ...string[]] {
  const ids = facts.map(({ id }) => id)
  const first = random.pick(ids as [string, ...string[]])
  const owner = random.pick(owners).name
  const both = facts.filter((fact) => fact.owner.name === owner).map(({ id }) => id)
  const everybodys = facts.filter((fact) => fact.owner.name === 'all').map(({ id }) => id)
  const chosen = random.pick([
    [first],
    [first],
    [first, ...everybodys.slice(0, 1)],
    both,
    both,
    ids,
  ])
  return [...new Set(chosen)] as [string, ...string[]]
}

function planWeather(random: Random): Weather {
  const bad = random.pick([0, 0, 0.03, 0.2])
  const share = () => (random.chance(0.6) ? bad * random.next() : 0)
  return {
    redis: random.pick([1, 3, 10, 40]),
    postgres: random.pick([1, 3, 10, 40]),
    commit: random.pick([0, 0, 20, 200]),
    slow: random.chance(0.3) ? 0.1 * random.next() : 0,
    lost: share(),
    unanswered: share(),
    twice: share(),
    late: share(),
    cut: random.chance(0.3) ? random.pick([0.02, 0.1]) : 0,
  }
}

/** In the real proportion, and sometimes so short that expiry meets everything else. */
function planLives(random: Random): Lives {
  const fence = random.pick([120_000, 120_000, 5_000, 1_000, 300])
  return { fence, transaction: (fence * 3) / 8, lease: Math.min(10_000, fence) }
}

function planTroubles(random: Random, processes: number): Trouble[] {
  const kinds = random.some(['crash', 'flush', 'failover', 'evict', 'cut off'] as const, 0.35)
  return kinds.flatMap((kind) =>
    Array.from({ length: 1 + random.below(2) }, () => {
      const on = random.pick(['step', 'lease', 'fence', 'commit', 'bump'] as const)
      const at = 1 + random.below(on === 'step' ? 300 : 5)
      return { on, at, ...planTrouble(random, kind, processes) }
    }),
  )
}

function planTrouble(random: Random, kind: Trouble['kind'], processes: number) {
  const process = random.below(processes)
  switch (kind) {
    case 'crash':
      return { kind, process, back: random.magnitude(1, 100_000) }
    case 'failover':
      return { kind, time: random.magnitude(1, 2_000), skew: random.between(-0.02, 0.02) }
    case 'evict':
      return { kind, what: random.pick(['tags', 'markers', 'entries'] as const) }
    case 'cut off': {
      const time = random.magnitude(10, 100_000)
      return { kind, process: random.chance(0.7) ? process : null, time }
    }
    case 'flush':
      return { kind }
  }
}
