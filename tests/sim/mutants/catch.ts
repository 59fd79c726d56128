import type { Figures } from '../run/seeds'
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
const measured = { mixed: 150, crowd: 20, neighbours: 5 }

/**
 * Runs seeds over a mutant until one breaks a promise; or compares what it costs.
 * @param most seeds at most
 * @param likely the seed to begin with
 */
export async function catchMutant(mutant: Mutant, most: number, likely = 1): Promise<Verdict> {
  const { name, changes, cost } = mutant
  const simulator = await loadSimulator(changes)
  const { planScenario, simulate } = simulator
  if (cost) return { name, caught: await compareCost(cost, simulator) }
  for (let seeds = 1; seeds <= most; seeds++) {
    // The seed before a likely one is the last that is tried.
    const seed = ((likely + seeds - 2) % most) + 1
    const { violation } = await simulate(planScenario(seed))
    if (!violation) continue
    const caught = { by: 'violation', seed, violation: violation.message, seeds } as const
    return { name, caught }
  }
  return { name, caught: null }
}

async function compareCost(cost: Cost, mutated: Simulator): Promise<Caught | null> {
  const before = cost.of(await measureOriginal(cost.scenarios))
  const after = cost.of(await measure(cost.scenarios, mutated))
  if (after <= before * cost.grows) return null
  return { by: 'cost', cost: cost.name, before, after, seeds: measured[cost.scenarios] }
}

const originals = new Map<Cost['scenarios'], Promise<Figures>>()

/** What the code costs as it is; measured once. */
function measureOriginal(scenarios: Cost['scenarios']): Promise<Figures> {
  const known = originals.get(scenarios)
  if (known) return known
  const figures = loadSimulator().then((original) => measure(scenarios, original))
  originals.set(scenarios, figures)
  return figures
}

function measure(scenarios: Cost['scenarios'], simulator: Simulator): Promise<Figures> {
  const { planCrowd, planNeighbours, planScenario, runSeeds } = simulator
  const plans = { mixed: planScenario, crowd: planCrowd, neighbours: planNeighbours }
  return runSeeds({ from: 1, seeds: measured[scenarios] }, plans[scenarios])
}
