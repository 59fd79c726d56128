import { and, asc, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  dataImports,
  discoveryFlows,
  fieldMappings,
  rawRows,
  uploadParts,
  users,
} from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { nameColumns } from '@/lib/delimited/header'
import type { ImportPage, ImportSummary, ImportView, ListImports } from './schema'

type DataImport = typeof dataImports.$inferSelect

/** One import with what arrived, what was read and what became of it; null when there is none. */
export async function findImport(
  key: EngagementKey,
  db: Database,
  importId: string,
): Promise<ImportView | null> {
  const [files, parts, mapped, kept] = await db.readAll(key.clientId, (q) => [
    q
      .select({ file: dataImports, flowId: discoveryFlows.id, createdBy: users.name })
      .from(dataImports)
      .innerJoin(discoveryFlows, eq(discoveryFlows.dataImportId, dataImports.id))
      .innerJoin(users, eq(users.id, dataImports.createdBy))
      .where(and(eq(dataImports.id, importId), eq(dataImports.engagementId, key.engagementId))),
    q
      .select({ part: uploadParts.partNumber })
      .from(uploadParts)
      .where(
        and(eq(uploadParts.dataImportId, importId), eq(uploadParts.engagementId, key.engagementId)),
      )
      .orderBy(asc(uploadParts.partNumber)),
    q
      .select({ position: fieldMappings.position })
      .from(fieldMappings)
      .where(
        and(
          eq(fieldMappings.dataImportId, importId),
          eq(fieldMappings.engagementId, key.engagementId),
          eq(fieldMappings.state, 'approved'),
          sql`${fieldMappings.attribute} is not null`,
        ),
      ),
    q
      .select({ row: rawRows.rowNumber })
      .from(rawRows)
      .where(and(eq(rawRows.dataImportId, importId), eq(rawRows.engagementId, key.engagementId)))
      .limit(1),
  ])
  const found = files[0]
  if (found === undefined) return null
  return toView(found, {
    waiting: parts.map(({ part }) => part),
    mapped: new Set(mapped.map(({ position }) => position)),
    rawRowsKept: kept.length > 0,
  })
}

interface Facts {
  /** Parts that arrived and were not read yet. */
  waiting: number[]
  /** Positions of the columns with an approved attribute. */
  mapped: ReadonlySet<number>
  rawRowsKept: boolean
}

function toView(
  { file, flowId, createdBy }: { file: DataImport; flowId: string; createdBy: string },
  { waiting, mapped, rawRowsKept }: Facts,
): ImportView {
  const headers = file.headers ?? []
  const columns = nameColumns(headers)
  return {
    importId: file.id,
    flowId,
    fileName: file.fileName,
    sizeBytes: file.sizeBytes,
    status: file.status,
    partSize: file.partSize,
    partCount: file.partCount,
    receivedParts: [...Array(file.partsParsed).keys(), ...waiting],
    partsParsed: file.partsParsed,
    dialect: file.dialect,
    headers,
    columnNames: columns.map(({ name }) => name),
    formatId: file.formatId,
    grain: file.grain,
    assetType: file.assetType,
    rows: countsOf(file),
    columns: {
      mapped: mapped.size,
      unmapped: columns.filter(({ index }) => !mapped.has(index)).map(({ name }) => name),
    },
    rawRowsKept,
    rawRowsKeptUntil: file.rawRowsKeptUntil.toISOString(),
    createdBy,
    createdAt: file.createdAt.toISOString(),
    version: file.version,
  }
}

function countsOf(file: DataImport): ImportView['rows'] {
  return {
    in: file.rowCount,
    created: file.createdCount,
    merged: file.mergedCount,
    unchanged: file.unchangedCount,
    rejected: file.rejectedCount,
  }
}

/** Imports, newest first. */
export async function listImports(
  key: EngagementKey,
  db: Database,
  { q: text, after, limit }: ListImports,
): Promise<ImportPage> {
  const rows = await db.read(key.clientId, (q) =>
    q
      .select({ file: dataImports, flow: discoveryFlows, createdBy: users.name })
      .from(dataImports)
      .innerJoin(discoveryFlows, eq(discoveryFlows.dataImportId, dataImports.id))
      .innerJoin(users, eq(users.id, dataImports.createdBy))
      .where(
        and(
          eq(dataImports.engagementId, key.engagementId),
          ne(dataImports.status, 'deleted'),
          after ? lt(dataImports.id, after) : undefined,
          text ? sql`strpos(lower(${dataImports.fileName}), lower(${text})) > 0` : undefined,
        ),
      )
      .orderBy(desc(dataImports.id))
      .limit(limit + 1),
  )
  const imports = rows.slice(0, limit).map(toSummary)
  return { imports, next: rows.length > limit ? (imports.at(-1)?.importId ?? null) : null }
}

function toSummary(row: {
  file: DataImport
  flow: typeof discoveryFlows.$inferSelect
  createdBy: string
}): ImportSummary {
  const { file, flow, createdBy } = row
  return {
    importId: file.id,
    flowId: flow.id,
    fileName: file.fileName,
    sizeBytes: file.sizeBytes,
    status: file.status,
    flowStatus: flow.status,
    flowPhase: flow.phase,
    progress: { done: flow.progressDone, total: flow.progressTotal },
    formatId: file.formatId,
    grain: file.grain,
    rows: countsOf(file),
    createdBy,
    createdAt: file.createdAt.toISOString(),
  }
}
