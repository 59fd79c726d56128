import type { PhaseExecutor } from './executor'
import { isExecutable } from './rules'
import { type ExecutablePhase, phaseNames } from './schema'

/** Who executes which phase. */
export type PhaseRegistry = Readonly<Record<ExecutablePhase, PhaseExecutor>>

/**
 * Checks that every phase that is built has exactly one executor.
 * @throws an Error that names all phases without one, and all with more than one
 */
export function createPhaseRegistry(executors: readonly PhaseExecutor[]): PhaseRegistry {
  const byPhase = new Map(executors.map((executor) => [executor.phase, executor]))
  const missing = phaseNames.filter((phase) => isExecutable(phase) && !byPhase.has(phase))
  const surplus = executors.filter(
    (executor) => !isExecutable(executor.phase) || byPhase.get(executor.phase) !== executor,
  )
  if (missing.length > 0 || surplus.length > 0) {
    const extra = surplus.map((executor) => executor.phase)
    throw new Error(
      `The phases do not fit their executors; missing: ${list(missing)}; too many: ${list(extra)}`,
    )
  }
  return Object.fromEntries(byPhase) as PhaseRegistry
}

function list(phases: readonly string[]): string {
  return phases.join(', ') || 'none'
}
