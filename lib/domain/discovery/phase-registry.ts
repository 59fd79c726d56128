import { dataCleansingExecutor } from '@/lib/domain/cleansing/cleansing-step'
import { createPhaseRegistry } from '@/lib/domain/flows/phase-registry'
import { dataImportExecutor } from '@/lib/domain/imports/parse-step'
import { assetInventoryExecutor } from '@/lib/domain/inventory/inventory-step'
import { attributeMappingExecutor } from '@/lib/domain/mapping/mapping-step'

/** The executors of a discovery flow. Loading this module fails when a phase has none. */
export const phaseRegistry = createPhaseRegistry([
  dataImportExecutor,
  attributeMappingExecutor,
  dataCleansingExecutor,
  assetInventoryExecutor,
])
