import { alteredRules } from './altered-rules'
import { explore } from './explore'
import { exploreSchedules } from './preemptions/explore-schedules'
import { openScenario } from './preemptions/scenario'
import { scenarios } from './preemptions/scenarios'
import { protocolRules } from './rules'
import type { Configuration } from './state'

const mostStates = 10_000_000

/** One world that was explored whole, and what was found in it. */
export interface ProvedConfiguration extends ReturnType<typeof explore> {
  name: string
  seconds: number
}

export function proveConfiguration(configuration: Configuration): ProvedConfiguration {
  const began = performance.now()
  const found = explore(configuration, protocolRules, mostStates)
  return { name: configuration.name, ...found, seconds: secondsSince(began) }
}

/** What is found when each rule is turned off; without a violation, nobody would miss it. */
export function proveRules() {
  return alteredRules.map(({ name, rules, configuration }) => {
    const { states, violation } = explore(configuration, rules, mostStates)
    return { without: name, states, violation }
  })
}

/** The library's real code, in every schedule of each scenario. */
export async function proveSchedules(mostPreemptions: number) {
  const proved = []
  for (const scenario of scenarios) {
    const began = performance.now()
    const preemptions = Math.min(mostPreemptions, scenario.mostPreemptions)
    const found = await exploreSchedules(() => openScenario(scenario), preemptions)
    proved.push({ name: scenario.name, preemptions, ...found, seconds: secondsSince(began) })
  }
  return proved
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10
}
