import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { Grain } from '../../mapping/schema'
import { planRows, type RowPlan } from '../row-plan'

/** Rows that are read and written at once: few, since up to three slices are held at a time. */
const sliceSize = 500

/** How the rows of an import are read, and how many there are. */
export interface ImportPlan {
  plan: RowPlan
  rowCount: number
}

/** Row numbers, both included. */
export interface Slice {
  first: number
  last: number
}

export interface RawRow {
  rowNumber: number
  cells: string[]
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
export async function planForBatches(tx: Transaction): Promise<void> {
  // A batch of wide rows is some megabytes; with the usual 4 MB it would go through files.
  await tx.execute(sql`
    select set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true)`)
}

/** How the import's rows are read. */
export async function loadPlan(
  tx: Transaction,
  key: EngagementKey,
  dataImportId: string,
): Promise<ImportPlan> {
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
  return { plan, rowCount: row.row_count }
}

/** What one step does of an import's rows. */
export interface StepOfRows {
  /** Given as they are asked for: one at least, where rows are left, and until the time is up. */
  slices: Iterable<Slice>
  /** The last row of the slices so far. */
  doneTo(): number
}

/** The step that goes on after a row. Only slices of one step overlap, so it is of many. */
export function stepAfter(row: number, rowCount: number, isTimeUp: () => boolean): StepOfRows {
  let last = row
  function* slices() {
    while (last < rowCount && (last === row || !isTimeUp())) {
      const first = last + 1
      last = Math.min(last + sliceSize, rowCount)
      yield { first, last }
    }
  }
  return { slices: slices(), doneTo: () => last }
}

/** The rows of a slice as they came. */
export async function loadRows(
  tx: Transaction,
  dataImportId: string,
  { first, last }: Slice,
): Promise<RawRow[]> {
  const found = await tx.execute<{ row_number: number; cells: string[] }>(sql`
    select row_number, cells from raw_rows
    where data_import_id = ${dataImportId} and row_number between ${first} and ${last}
    order by row_number`)
  return found.rows.map(({ row_number, cells }) => ({ rowNumber: row_number, cells }))
}
