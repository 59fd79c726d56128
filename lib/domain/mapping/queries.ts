import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { dataImports, discoveryFlows, fieldMappings, users } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { canonicalAttributes } from './catalogue/attributes'
import { formatById } from './catalogue/formats'
import { countColumns, lacksIdentity } from './mapping-statistics'
import type { AttributeChoice, MappingPage, MappingView } from './page/schema'

const { replaced: _, ...shownColumns } = getTableColumns(fieldMappings)
type ShownMapping = Omit<typeof fieldMappings.$inferSelect, 'replaced'>

/** All that the mapping page shows; null when the engagement has no such flow. */
export async function findMappingPage(
  key: EngagementKey,
  db: Database,
  flowId: string,
): Promise<MappingPage | null> {
  const [flows, rows] = await db.readAll(key.clientId, (q) => [
    q
      .select({
        importId: dataImports.id,
        fileName: dataImports.fileName,
        formatId: dataImports.formatId,
        rowCount: dataImports.rowCount,
        phase: discoveryFlows.phase,
        status: discoveryFlows.status,
      })
      .from(discoveryFlows)
      .innerJoin(dataImports, eq(dataImports.id, discoveryFlows.dataImportId))
      .where(and(eq(discoveryFlows.id, flowId), eq(discoveryFlows.engagementId, key.engagementId))),
    q
      .select({ mapping: shownColumns, decidedBy: users.name })
      .from(fieldMappings)
      .leftJoin(users, eq(users.id, fieldMappings.decidedBy))
      .where(
        and(eq(fieldMappings.flowId, flowId), eq(fieldMappings.engagementId, key.engagementId)),
      )
      .orderBy(asc(fieldMappings.position)),
  ])
  const flow = flows[0]
  if (flow === undefined) return null
  const { phase, status, formatId, ...file } = flow
  const columns = rows.map(({ mapping, decidedBy }) => toView(mapping, decidedBy))
  return {
    ...file,
    flowId,
    formatId,
    formatTitle: (formatId && formatById(formatId)?.title) || null,
    columns,
    statistics: countColumns(columns),
    identityMissing: columns.length > 0 && lacksIdentity(columns),
    open: phase === 'attribute_mapping' && status === 'waiting_for_approval',
    attributes: attributeChoices,
  }
}

/** Its columns only, in the file's order. */
export async function listMappings(
  key: EngagementKey,
  db: Database,
  flowId: string,
): Promise<Pick<MappingView, 'attribute' | 'state'>[]> {
  return db.read(key.clientId, (q) =>
    q
      .select({ attribute: fieldMappings.attribute, state: fieldMappings.state })
      .from(fieldMappings)
      .where(
        and(eq(fieldMappings.flowId, flowId), eq(fieldMappings.engagementId, key.engagementId)),
      ),
  )
}

function toView(row: ShownMapping, decidedBy: string | null): MappingView {
  const { id, position, header, attribute, confidence, reasons, alternatives, samples } = row
  return {
    mappingId: id,
    position,
    header,
    attribute,
    confidence,
    reasons,
    alternatives,
    samples,
    sourceUnit: row.sourceUnit,
    targetUnit: row.targetUnit,
    state: row.state,
    decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    version: row.version,
  }
}

const attributeChoices: AttributeChoice[] = canonicalAttributes.map(
  ({ name, label, group, unit, description }) => ({ name, label, group, unit, description }),
)
