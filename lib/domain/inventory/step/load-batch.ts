import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { Grain } from '../../mapping/schema'
import { planRows, type RowPlan } from '../row-plan'

/** Rows of one step. */
const batchSize = 1000

export interface Batch {
  plan: RowPlan
  rowCount: number
  rows: { rowNumber: number; cells: string[] }[]
}

type ImportRow = {
  file_name: string
  format_id: string | null
  grain: Grain | null
  asset_type: string | null
  headers: string[] | null
  row_count: number
  mappings: {
    position: number
    header: string
    attribute: string
    sourceUnit: string | null
    samples: string[]
  }[]
}

/**
 * Plans that suit a batch, until the transaction ends. A first import fills tables without
 * statistics: PostgreSQL then expects one row of them and compares each with every row of the batch.
 * Without nested loops it hashes instead; what shall be looked up row by row says so by LATERAL.
 */
async function planForBatches(tx: Transaction): Promise<void> {
  // A batch of wide rows is some megabytes; with the usual 4 MB it would go through files.
  await tx.execute(sql`
    select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)`)
}

/** How the import's rows are read, and the next of them after a row number. */
export async function loadBatch(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
  afterRow: number,
): Promise<Batch> {
  await planForBatches(tx)
  const found = await tx.execute<ImportRow>(sql`
    select i.file_name, i.format_id, i.grain, i.asset_type, i.headers, i.row_count,
      coalesce((
        select jsonb_agg(jsonb_build_object('position', m.position, 'header', m.header,
          'attribute', m.attribute, 'sourceUnit', m.source_unit, 'samples', to_jsonb(m.samples)))
        from field_mappings m
        where m.data_import_id = i.id and m.state = 'approved' and m.attribute is not null
      ), '[]') as mappings
    from data_imports i
    where i.id = ${dataImportId} and i.engagement_id = ${key.engagementId}`)
  const [row] = found.rows
  if (!row) throw new Error('The import of the flow is not there.')
  const plan = planRows({
    headers: row.headers ?? [],
    fileName: row.file_name,
    formatId: row.format_id,
    grain: row.grain,
    assetType: row.asset_type,
    mappings: row.mappings,
  })
  // As JSON, because the driver reads that several times faster than a PostgreSQL array.
  const next = await tx.execute<{ row_number: number; cells: string[] }>(sql`
    select row_number, array_to_json(cells) as cells from raw_rows
    where data_import_id = ${dataImportId} and row_number > ${afterRow}
    order by row_number limit ${batchSize}`)
  return {
    plan,
    rowCount: row.row_count,
    rows: next.rows.map(({ row_number, cells }) => ({ rowNumber: row_number, cells })),
  }
}
