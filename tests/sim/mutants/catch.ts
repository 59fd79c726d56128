import type { Range } from '../run/seeds'
import { loadSimulator, type Simulator } from './load'
import type { Cost, Mutant } from './mutant'

/** How a mutant was told from the code as it is. */
export type Caught =
  | { by: 'violation'; seed: number; violation: string; seeds: number }
  | { by: 'cost'; cost: string; before: number; after: number; seeds: number }

export interface Verdict {
  name: string
  /** Null when nothing told it. */
  caught: Caught | null
}

/** Seeds over which a cost is measured: enough for its chance to even out. */
const measured = 300

/** Runs seeds over a mutant until one breaks a promise; or compares what it costs. */
export async function catchMutant(mutant: Mutant, most: number): Promise<Verdict> {
  const { name, changes, cost } = mutant
  const simulator = await loadSimulator(changes)
  const { planScenario, simulate } = simulator
  if (cost) return { name, caught: await compareCost(cost, await loadSimulator(), simulator, most) }
  for (let seed = 1; seed <= most; seed++) {
    const { violation } = await simulate(planScenario(seed))
    if (!violation) continue
    const caught = { by: 'violation', seed, violation: violation.message, seeds: seed } as const
    return { name, caught }
  }
  return { name, caught: null }
}

async function compareCost(
  cost: Cost,
  original: Simulator,
  mutated: Simulator,
  most: number,
): Promise<Caught | null> {
  const range = { from: 1, seeds: Math.min(measured, most) }
  const [before, after] = [
    await measure(cost, original, range),
    await measure(cost, mutated, range),
  ]
  if (after <= before * cost.grows) return null
  return { by: 'cost', cost: cost.name, before, after, seeds: range.seeds }
}

async function measure(cost: Cost, simulator: Simulator, range: Range): Promise<number> {
  const { planScenario, planCrowd, runSeeds } = simulator
  return cost.of(await runSeeds(range, cost.scenarios === 'crowd' ? planCrowd : planScenario))
}
