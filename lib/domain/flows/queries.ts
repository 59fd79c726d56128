import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database, ReadQueries } from '@/db/client'
import { dataImports, discoveryFlows, flowPhaseHistory, flowPhases, jobs, users } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { possibleActions } from './rules'
import {
  type FlowHistoryEntry,
  type FlowPulse,
  type FlowView,
  type PhaseView,
  phaseNames,
} from './schema'

const ofEngagement = (key: EngagementKey) => eq(discoveryFlows.engagementId, key.engagementId)

const flowRows = (q: ReadQueries) =>
  q
    .select({
      flow: discoveryFlows,
      fileName: dataImports.fileName,
      startedBy: users.name,
      phaseStatus: flowPhases.status,
    })
    .from(discoveryFlows)
    .innerJoin(dataImports, eq(dataImports.id, discoveryFlows.dataImportId))
    .innerJoin(users, eq(users.id, discoveryFlows.createdBy))
    .innerJoin(
      flowPhases,
      and(eq(flowPhases.flowId, discoveryFlows.id), eq(flowPhases.phase, discoveryFlows.phase)),
    )

type FlowRow = Awaited<ReturnType<typeof flowRows>>[number]

/** A flow with its phases; null when the engagement has no such flow. */
export async function findFlow(
  key: EngagementKey,
  db: Database,
  flowId: string,
): Promise<FlowView | null> {
  const [flows, phases] = await db.readAll(key.clientId, (q) => [
    flowRows(q).where(and(ofEngagement(key), eq(discoveryFlows.id, flowId))),
    q
      .select()
      .from(flowPhases)
      .where(and(eq(flowPhases.engagementId, key.engagementId), eq(flowPhases.flowId, flowId))),
  ])
  const row = flows[0]
  return row ? { ...toView(row), phases: inOrder(phases) } : null
}

/** The database's own time decides here: this only says whether asking for a driver is worth it. */
const due = sql<boolean>`(${jobs.status} = 'ready' and ${jobs.runAt} <= now()
  and (${jobs.leaseUntil} is null or ${jobs.leaseUntil} < now()))`

/** Whether a flow is being driven; null when the engagement has no such flow. */
export async function findPulse(
  key: EngagementKey,
  db: Database,
  flowId: string,
): Promise<FlowPulse | null> {
  const [found] = await db.read(key.clientId, (q) =>
    q
      .select({ heartbeatAt: discoveryFlows.heartbeatAt, due })
      .from(discoveryFlows)
      .innerJoin(jobs, eq(jobs.flowId, discoveryFlows.id))
      .where(and(ofEngagement(key), eq(discoveryFlows.id, flowId))),
  )
  return found ? { heartbeatAt: found.heartbeatAt?.toISOString() ?? null, due: found.due } : null
}

/** What happened to a flow, oldest first; null when the engagement has no such flow. */
export async function listFlowHistory(
  key: EngagementKey,
  db: Database,
  flowId: string,
): Promise<FlowHistoryEntry[] | null> {
  const [flows, rows] = await db.readAll(key.clientId, (q) => [
    q
      .select({ id: discoveryFlows.id })
      .from(discoveryFlows)
      .where(and(ofEngagement(key), eq(discoveryFlows.id, flowId))),
    q
      .select({ entry: flowPhaseHistory, by: users.name })
      .from(flowPhaseHistory)
      .leftJoin(users, eq(users.id, flowPhaseHistory.actorId))
      .where(
        and(
          eq(flowPhaseHistory.engagementId, key.engagementId),
          eq(flowPhaseHistory.flowId, flowId),
        ),
      )
      .orderBy(asc(flowPhaseHistory.id)),
  ])
  if (flows.length === 0) return null
  return rows.map(({ entry, by }) => ({
    at: entry.at.toISOString(),
    phase: entry.phase,
    from: entry.fromStatus,
    to: entry.toStatus,
    by,
    detail: entry.detail,
  }))
}

function toView({ flow, fileName, startedBy, phaseStatus }: FlowRow): Omit<FlowView, 'phases'> {
  const { status, phase, failure } = flow
  return {
    flowId: flow.id,
    importId: flow.dataImportId,
    fileName,
    phase,
    status,
    progress: { done: flow.progressDone, total: flow.progressTotal },
    ...(failure && { failure }),
    actions: possibleActions({ status, phase, phaseStatus, failure }),
    startedBy,
    createdAt: flow.createdAt.toISOString(),
    finishedAt: flow.finishedAt?.toISOString() ?? null,
    version: flow.version,
  }
}

function inOrder(phases: (typeof flowPhases.$inferSelect)[]): PhaseView[] {
  return phases
    .toSorted((a, b) => phaseNames.indexOf(a.phase) - phaseNames.indexOf(b.phase))
    .map(({ phase, status, result, startedAt, finishedAt }) => ({
      phase,
      status,
      result,
      startedAt: startedAt?.toISOString() ?? null,
      finishedAt: finishedAt?.toISOString() ?? null,
    }))
}
