import { dataCleansingExecutor } from '@/lib/domain/cleansing/cleansing-step'
import { updateDuplicateNames } from '@/lib/domain/cleansing/duplicate-names'
import { resolveOutdatedIssues } from '@/lib/domain/cleansing/outdated-issues'
import type { PhaseExecutor } from '@/lib/domain/flows/executor'
import { createPhaseRegistry } from '@/lib/domain/flows/phase-registry'
import { dataImportExecutor } from '@/lib/domain/imports/parse-step'
import { assetInventoryExecutor } from '@/lib/domain/inventory/inventory-step'
import { attributeMappingExecutor } from '@/lib/domain/mapping/mapping-step'

/** Equal names and values no longer said can only be judged when all rows have found their assets. */
const inventoryThenIssues: PhaseExecutor = {
  phase: assetInventoryExecutor.phase,
  step: async (tx, context) => {
    const outcome = await assetInventoryExecutor.step(tx, context)
    if (outcome.status === 'completed') {
      await updateDuplicateNames(tx, context.scope)
      await resolveOutdatedIssues(tx, context)
    }
    return outcome
  },
}

/** The executors of a discovery flow. Loading this module fails when a phase has none. */
export const phaseRegistry = createPhaseRegistry([
  dataImportExecutor,
  attributeMappingExecutor,
  dataCleansingExecutor,
  inventoryThenIssues,
])
