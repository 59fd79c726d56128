import { facts, questionsAbout } from '../world/facts'
import { fairWeather } from '../world/network'
import type { Scenario } from './scenario'

const [processes, readers] = [3, 5]

/** Many readers in some processes ask one question at once that nobody has asked before. */
export function planCrowd(seed: number): Scenario {
  const questions = questionsAbout(facts.slice(0, 1)).slice(0, 1)
  return {
    salt: seed,
    weather: { ...fairWeather, postgres: 30 },
    lives: { fence: 120_000, transaction: 45_000, lease: 10_000 },
    opened: true,
    processes: Array.from({ length: processes }, () => ({ version: 1, skew: 0 })),
    actors: Array.from({ length: processes * readers }, (_, index) => ({
      process: index % processes,
      acts: [{ kind: 'request', parts: [{ kind: 'read', questions }] }],
    })),
    troubles: [],
    questions,
  }
}
