import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { dataImports, fieldMappings, patterns, rawRows } from '@/db/schema'
import type { EngagementKey } from '@/lib/base/scope'
import { isOwnColumn, nameColumns } from '@/lib/delimited/header'
import type { PhaseExecutor, StepContext, StepOutcome } from '@/lib/domain/flows/executor'
import { type DataImport, findImport } from '@/lib/domain/imports/file-in-parts'
import { recogniseFormat } from './catalogue/recognise-format'
import { normaliseHeader } from './header/normalise'
import { sampleRowNumbers, shownValues } from './sample-rows'
import type { ImportFormat, Pattern, Suggestion } from './schema'
import { suggestMappings } from './suggest/suggest-mappings'

/**
 * Recognises the format, suggests an attribute for each column with the client's own lessons, and
 * waits for a person.
 */
export const attributeMappingExecutor: PhaseExecutor = { phase: 'attribute_mapping', step }

async function step(tx: Transaction, context: StepContext): Promise<StepOutcome> {
  const file = await findImport(tx, context)
  const headers = file.headers ?? []
  const format = recogniseFormat(headers)?.format ?? null
  const samples = await sampleColumns(tx, file, headers.length)
  // What our own exports add is no data of the client.
  const foreign = nameColumns(headers).filter((column) => !isOwnColumn(column.name))
  const suggestions = suggestMappings({
    columns: foreign.map(({ index, header }) => ({ index, header, samples: samples[index] ?? [] })),
    format,
    patterns: await findPatterns(tx, context.scope, headers),
  })
  await saveFormat(tx, file, format, context.now)
  await saveSuggestions(tx, context, headers, samples, suggestions)
  return {
    status: 'waiting',
    result: {
      status: 'waiting',
      format: format?.id ?? null,
      columns: headers.length,
      autoMapped: suggestions.filter((one) => one.attribute && one.state === 'auto_mapped').length,
    },
  }
}

/** Per column, its values in rows spread over the file. */
async function sampleColumns(
  tx: Transaction,
  file: DataImport,
  columnCount: number,
): Promise<string[][]> {
  const rows = await tx
    .select({ cells: rawRows.cells })
    .from(rawRows)
    .where(
      and(
        eq(rawRows.dataImportId, file.id),
        inArray(rawRows.rowNumber, sampleRowNumbers(file.rowCount)),
      ),
    )
    .orderBy(rawRows.rowNumber)
  return Array.from({ length: columnCount }, (_, index) =>
    rows.map(({ cells }) => cells[index] ?? ''),
  )
}

/** What was learned about these headers; row level security lets through the client's and all's. */
async function findPatterns(
  tx: Transaction,
  key: EngagementKey,
  headers: readonly string[],
): Promise<Pattern[]> {
  const rows = await tx
    .select()
    .from(patterns)
    .where(
      and(
        or(isNull(patterns.engagementId), eq(patterns.engagementId, key.engagementId)),
        inArray(patterns.header, [...new Set(headers.map(normaliseHeader))]),
      ),
    )
  return rows.map(({ header, attribute, patternType, evidenceCount, formatId, ...row }) => ({
    header,
    attribute,
    patternType,
    evidenceCount,
    formatId,
    scope: row.engagementId ? 'engagement' : row.clientAccountId ? 'client' : 'global',
  }))
}

async function saveFormat(
  tx: Transaction,
  file: DataImport,
  format: ImportFormat | null,
  now: Date,
): Promise<void> {
  await tx
    .update(dataImports)
    .set({
      formatId: format?.id ?? null,
      grain: format?.grain ?? 'asset',
      assetType: file.assetType ?? format?.assetType ?? null,
      updatedAt: now,
    })
    .where(eq(dataImports.id, file.id))
}

/** Every column gets a row, also those for which nothing is suggested: none is dropped silently. */
async function saveSuggestions(
  tx: Transaction,
  { scope, flowId, dataImportId, now }: StepContext,
  headers: readonly string[],
  samples: readonly string[][],
  suggestions: readonly Suggestion[],
): Promise<void> {
  const byColumn = new Map(suggestions.map((one) => [one.columnIndex, one]))
  const rows = nameColumns(headers).map(({ index, name, header }) => {
    const suggestion = byColumn.get(index)
    return {
      position: index,
      header: header.trim() === '' ? name : header,
      attribute: suggestion?.attribute ?? null,
      confidence: suggestion?.confidence ?? 0,
      reasons: suggestion?.reasons ?? ['This column was added by an export of Portolan'],
      alternatives: suggestion?.alternatives ?? [],
      samples: shownValues(samples[index] ?? []),
      source_unit: suggestion?.sourceUnit ?? null,
      target_unit: suggestion?.targetUnit ?? null,
      state: suggestion?.state ?? 'needs_review',
    }
  })
  await tx.delete(fieldMappings).where(eq(fieldMappings.dataImportId, dataImportId))
  await tx.execute(sql`
    insert into field_mappings
      (client_account_id, engagement_id, flow_id, data_import_id, position, header, attribute,
       confidence, reasons, alternatives, samples, source_unit, target_unit, state, created_at,
       updated_at)
    select ${scope.clientId}::uuid, ${scope.engagementId}::uuid, ${flowId}::uuid,
           ${dataImportId}::uuid, m.position, m.header, m.attribute, m.confidence, m.reasons,
           m.alternatives, m.samples, m.source_unit, m.target_unit, m.state,
           ${now}::timestamptz, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as m
        (position int, header text, attribute text, confidence real, reasons jsonb,
         alternatives jsonb, samples text[], source_unit text, target_unit text, state text)`)
}
