import { facts, type Question, questionsAbout } from '../world/facts'
import { fairWeather } from '../world/network'
import type { Act, Scenario } from './scenario'

// Scenarios without any trouble, to see what the cache costs.

const [processes, readersOfEach] = [3, 5]
const neighbours = ['one/1', 'two/1']
const rounds = 8

const rowOf = (id: string): Question[] =>
  questionsAbout(facts.filter((fact) => fact.id === id)).slice(0, 1)
const readingOf = (questions: Question[]): Act => ({
  kind: 'request',
  parts: [{ kind: 'read', questions }],
})

/** Many readers in some processes ask one question at once that nobody has asked before. */
export function planCrowd(seed: number): Scenario {
  const questions = rowOf('one/1')
  const actors = Array.from({ length: processes * readersOfEach }, (_, index) => ({
    process: index % processes,
    acts: [readingOf(questions)],
  }))
  return { ...calm(seed), actors, questions }
}

/** Somebody asks for the same row of two engagements, in turn. */
export function planNeighbours(seed: number): Scenario {
  const acts = Array.from({ length: rounds }, () =>
    neighbours.map((id) => readingOf(rowOf(id))),
  ).flat()
  return { ...calm(seed), actors: [{ process: 0, acts }], questions: neighbours.flatMap(rowOf) }
}

function calm(seed: number): Omit<Scenario, 'actors' | 'questions'> {
  return {
    salt: seed,
    weather: { ...fairWeather, postgres: 30 },
    lives: { fence: 120_000, transaction: 45_000, lease: 10_000 },
    opened: true,
    processes: Array.from({ length: processes }, () => ({ version: 1, skew: 0 })),
    troubles: [],
  }
}
