import { createFlowRunner } from '@/lib/domain/flows/flow-runner'
import { finishImport } from '@/lib/domain/imports/finish-import'
import { type DriveDeps, type DriveOptions, type DriveReport, drive } from '@/lib/jobs/drive'
import { phaseRegistry } from '../phase-registry'

const runner = createFlowRunner({ registry: phaseRegistry, onCompleted: finishImport })

/**
 * Runs the steps of due flows, of any client account, within a time budget. Each step acts as the
 * person who started its flow.
 */
export function driveFlows(
  deps: Omit<DriveDeps, 'runner'>,
  options: DriveOptions,
): Promise<DriveReport> {
  return drive({ ...deps, runner }, options)
}
