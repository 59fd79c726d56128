import { sql } from 'drizzle-orm'
import { fixedClock } from '@/lib/base/clock'
import type { Scope } from '@/lib/base/scope'
import { decideIssues } from '@/lib/domain/cleansing/commands/decide-issues'
import type { DecideIssues } from '@/lib/domain/cleansing/schema'
import { phaseRegistry } from '@/lib/domain/discovery/phase-registry'
import type { StepContext, StepOutcome } from '@/lib/domain/flows/executor'
import { testCoherence } from '../../support/coherence'
import { csv } from '../inventory/texts'
import { type ImportedFile, placeRows, query, type Workspace } from '../inventory/workspace'

export const now = new Date('2026-03-02T08:00:00Z')

const columns = {
  Name: 'name',
  IP: 'ip_address',
  CPUs: 'cpu_count',
  OS: 'os_name',
  RAM: 'memory_mib',
  Owner: 'business_owner',
  Bought: 'purchase_date',
  Serial: 'serial_number',
}

/** Servers as a file of one source; what a row does not say is sound. */
export function serversOf(rows: readonly Record<string, string>[]): ImportedFile {
  const sound = { CPUs: '4', OS: 'Ubuntu Linux', RAM: '8192' }
  const text = csv(
    Object.keys(columns),
    rows.map((row) => ({ ...sound, ...row })),
  )
  return { text, columns, assetType: 'server' }
}

/** Runs one phase as the driver does, to its end. */
export async function runPhase(
  { db, scope }: Workspace,
  phase: 'data_cleansing' | 'asset_inventory',
  dataImportId: string,
): Promise<void> {
  let cursor: Record<string, unknown> | null = null
  for (;;) {
    const place = { scope, flowId: dataImportId, dataImportId }
    const context: StepContext = { ...place, cursor, now, isTimeUp: () => false }
    const outcome: StepOutcome = await db.transaction(scope.clientId, (tx) =>
      phaseRegistry[phase].step(tx, context),
    )
    if (outcome.status === 'completed') return
    if (outcome.status !== 'continue') throw new Error(`The phase ended as ${outcome.status}.`)
    cursor = outcome.cursor
  }
}

/** Takes a file through cleansing and inventory; returns its import. */
export async function carry(place: Workspace, file: ImportedFile): Promise<string> {
  const dataImportId = await placeRows(place, file)
  await runPhase(place, 'data_cleansing', dataImportId)
  await runPhase(place, 'asset_inventory', dataImportId)
  return dataImportId
}

export interface FoundIssue extends Record<string, unknown> {
  id: string
  asset: string | null
  rule: string
  attribute: string | null
  value: string | null
  proposed: string | null
  fixable: boolean
  state: string
}

/** All issues of the workspace by asset, rule and attribute. */
export function issuesIn(place: Workspace): Promise<FoundIssue[]> {
  return query<FoundIssue>(
    place,
    sql`select i.id, a.name as asset, i.rule, i.attribute, i.value, i.proposed, i.fixable, i.state
    from asset_issues i left join assets a on a.id = i.asset_id
    where i.engagement_id = ${place.scope.engagementId}
    order by a.name_key, i.rule, i.attribute, i.value`,
  )
}

/** The only issue there is. */
export async function onlyIssue(place: Workspace): Promise<FoundIssue> {
  const [issue, ...more] = await issuesIn(place)
  if (!issue || more.length > 0) throw new Error(`There are ${more.length + 1} issues, or none.`)
  return issue
}

/** Decides as the workspace's person, or within another scope. */
export function decideIn(place: Workspace, input: DecideIssues, scope: Scope = place.scope) {
  const deps = { db: place.db, clock: fixedClock(now), coherence: testCoherence() }
  return decideIssues(scope, deps, input)
}
