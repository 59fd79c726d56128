import type { Violation } from '../check/checker'
import { planScenario } from './plan-scenario'
import type { Scenario } from './scenario'
import { shrink } from './shrink'
import { simulate } from './simulate'

/** What came of many seeds. */
export interface Figures {
  seeds: number
  steps: number
  /** Of one core's time. */
  stepsPerSecond: number
  /** How often what happened. */
  counts: Record<string, number>
  violations: { seed: number; violation: string }[]
}

export interface Range {
  from: number
  /** Seeds at most, and steps at least unless they are used up. */
  seeds: number
  steps?: number
}

/** Runs one seed after the other. @param plan makes the scenario of a seed */
export async function runSeeds(
  { from, seeds, steps: enough }: Range,
  plan = planScenario,
): Promise<Figures> {
  const counts = new Map<string, number>()
  const violations: Figures['violations'] = []
  const began = process.cpuUsage()
  let [steps, seed] = [0, from]
  for (; seed < from + seeds && steps < (enough ?? Number.POSITIVE_INFINITY); seed++) {
    const outcome = await simulate(plan(seed))
    steps += outcome.steps
    for (const [kind, count] of outcome.counts) counts.set(kind, (counts.get(kind) ?? 0) + count)
    if (outcome.violation) violations.push({ seed, violation: outcome.violation.message })
    // Lets signals and timers of the program come through.
    if (seed % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const { user, system } = process.cpuUsage(began)
  return {
    seeds: seed - from,
    steps,
    stepsPerSecond: Math.round(steps / ((user + system) / 1e6)),
    counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    violations,
  }
}

/** A violation with the smallest scenario that was found for it, and what happened in it. */
export interface Explained {
  violation: Violation
  scenario: Scenario
  lines: readonly string[]
}

/** @returns null when the seed keeps every promise */
export async function explain(seed: number): Promise<Explained | null> {
  const scenario = planScenario(seed)
  const { violation } = await simulate(scenario)
  if (!violation) return null
  const smallest = await shrink(scenario, async (candidate) => {
    const outcome = await simulate(candidate)
    return outcome.violation?.promise === violation.promise
  })
  const { lines, violation: shown } = await simulate(smallest, true)
  return { violation: shown ?? violation, scenario: smallest, lines }
}

/** What happens in a seed, in words. */
export async function trace(seed: number): Promise<readonly string[]> {
  const { lines } = await simulate(planScenario(seed), true)
  return lines
}
