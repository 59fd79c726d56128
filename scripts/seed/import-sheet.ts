import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { dataImports, discoveryFlows } from '@/db/schema'
import type { Result } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { driveFlows } from '@/lib/domain/discovery/commands/drive-flows'
import { findFlow } from '@/lib/domain/flows/queries'
import type { FlowStatus } from '@/lib/domain/flows/schema'
import { completeImport } from '@/lib/domain/imports/commands/complete-import'
import { createImport } from '@/lib/domain/imports/commands/create-import'
import { putPart } from '@/lib/domain/imports/commands/put-part'
import { sha256Of } from '@/lib/domain/imports/content-digest'
import { maxPartBytes } from '@/lib/domain/imports/schema'
import { approveMappings } from '@/lib/domain/mapping/commands/approve-mappings'
import type { CommandDeps } from '@/lib/write/transact'

export interface Sheet {
  fileName: string
  text: string
}

interface Started {
  importId: string
  flowId: string
}

/** Enough for any step; a driver that was cut off keeps its lease for half of it. */
const driveBudgetMs = 60_000
const pauseMs = 250

/**
 * Carries a sheet through its flow by the commands that people use, and goes on where an earlier
 * run was cut off. A flow that a person has ended since is left alone.
 * @param until where to stop: at the end, or where a person has to approve the columns
 * @throws an Error with the flow's reason when it fails
 */
export async function importSheet(
  scope: Scope,
  deps: CommandDeps,
  sheet: Sheet,
  until: Extract<FlowStatus, 'completed' | 'waiting_for_approval'>,
): Promise<void> {
  const started = (await findStarted(scope, deps, sheet)) ?? (await start(scope, deps, sheet))
  for (;;) {
    const flow = await findFlow(scope, deps.db, started.flowId)
    switch (flow?.status) {
      case until:
      case 'completed':
      case 'cancelled':
      case 'paused':
        return
      case 'waiting_for_upload':
        await upload(scope, deps, sheet, started)
        break
      case 'running':
        await driveOn(deps, started)
        break
      case 'waiting_for_approval':
        expectSuccess(
          await approveMappings(scope, deps, { flowId: started.flowId, which: { all: true } }),
        )
        break
      default:
        throw new Error(`${sheet.fileName}: ${flow?.failure?.reason ?? 'its flow is gone'}`)
    }
  }
}

/** The import of this file by an earlier run. */
async function findStarted(
  scope: Scope,
  { db }: CommandDeps,
  { fileName }: Sheet,
): Promise<Started | undefined> {
  const [found] = await db.read(scope.clientId, (q) =>
    q
      .select({ importId: dataImports.id, flowId: discoveryFlows.id })
      .from(dataImports)
      .innerJoin(discoveryFlows, eq(discoveryFlows.dataImportId, dataImports.id))
      .where(
        and(eq(dataImports.engagementId, scope.engagementId), eq(dataImports.fileName, fileName)),
      )
      .orderBy(dataImports.id)
      .limit(1),
  )
  return found
}

async function start(scope: Scope, deps: CommandDeps, sheet: Sheet): Promise<Started> {
  const sizeBytes = Buffer.byteLength(sheet.text)
  const partCount = Math.ceil(sizeBytes / maxPartBytes)
  const file = { name: sheet.fileName, sizeBytes, partCount, partSize: maxPartBytes }
  return expectSuccess(await createImport(scope, deps, file))
}

async function upload(
  scope: Scope,
  deps: CommandDeps,
  sheet: Sheet,
  { importId }: Started,
): Promise<void> {
  const file = Buffer.from(sheet.text)
  for (let part = 0; part * maxPartBytes < file.length; part += 1) {
    const bytes = file.subarray(part * maxPartBytes, (part + 1) * maxPartBytes)
    const contentDigest = `sha-256=:${sha256Of(bytes)}:`
    expectSuccess(await putPart(scope, deps, { importId, part, bytes, contentDigest }))
  }
  expectSuccess(await completeImport(scope, deps, { importId }))
}

async function driveOn(deps: CommandDeps, { flowId }: Started): Promise<void> {
  const report = (error: unknown) => {
    throw error
  }
  const { steps } = await driveFlows({ ...deps, report }, { budgetMs: driveBudgetMs, flowId })
  if (steps === 0) await sleep(pauseMs)
}

function expectSuccess<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`)
  return result.data
}
