import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { StepContext } from '@/lib/domain/flows/executor'
import { planRows } from '@/lib/domain/inventory/row-plan'
import { loadPlan } from '@/lib/domain/inventory/step/import-rows'
import { countOpenIssues } from '@/lib/domain/inventory/store/issues'
import { cleansingRules } from './rules'

/** Rules whose issues are about the words of one cell. */
const cellRules = [...cleansingRules.map(({ id }) => id), 'unreadable_value']

/**
 * Resolves issues about values that their source no longer says: those which elder imports of the
 * same source brought, of assets that this import has rows about, none of which repeats the value.
 */
export async function resolveOutdatedIssues(
  tx: Transaction,
  { scope, dataImportId }: Pick<StepContext, 'scope' | 'dataImportId'>,
): Promise<void> {
  const { plan } = await loadPlan(tx, scope, dataImportId)
  const elders = await eldersOf(tx, scope.engagementId, dataImportId, plan.sourceKey)
  if (elders.length === 0) return
  const places = plan.columns.map(({ attribute, position }) => ({ attribute, place: position }))
  // An asset may have many rows; joined by hash, they are gone through once whatever is estimated.
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`)
  const resolved = await tx.execute<{ asset_id: string }>(sql`
    with doubted as materialized (
      select id, asset_id, attribute, value from asset_issues
      where engagement_id = ${scope.engagementId} and state in ('open', 'skipped')
        and asset_id is not null
        and data_import_id in (select value::uuid from ${textsOf(elders)})
        and rule in (select value from ${textsOf(cellRules)})
    ), said as materialized (
      select asset_id, cells from raw_rows
      where data_import_id = ${dataImportId} and asset_id in (select asset_id from doubted)
    ), repeated as materialized (
      select d.id from doubted d
      join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(attribute text, place int)
        on p.attribute = d.attribute
      join said s on s.asset_id = d.asset_id and s.cells ->> p.place = d.value
    )
    update asset_issues i set state = 'resolved', version = i.version + 1
    from doubted d
    where i.id = d.id and d.asset_id in (select asset_id from said)
      and not exists (select 1 from repeated r where r.id = d.id)
    returning i.asset_id`)
  await tx.execute(sql`select set_config('enable_nestloop', 'on', true)`)
  await countOpenIssues(tx, scope, new Set(resolved.rows.map(({ asset_id }) => asset_id)))
}

type ElderRow = { id: string; file_name: string; format_id: string | null; headers: string[] }

/** Other imports of the same source that brought issues. */
async function eldersOf(
  tx: Transaction,
  engagementId: string,
  dataImportId: string,
  sourceKey: string,
): Promise<string[]> {
  const found = await tx.execute<ElderRow>(sql`
    select id, file_name, format_id, array_to_json(headers) as headers from data_imports d
    where d.engagement_id = ${engagementId} and d.id <> ${dataImportId} and d.headers is not null
      and exists (select 1 from asset_issues i where i.data_import_id = d.id)`)
  return found.rows
    .filter(({ file_name, format_id, headers }) => {
      const elder = { fileName: file_name, formatId: format_id, headers }
      return (
        planRows({ ...elder, grain: null, assetType: null, mappings: [] }).sourceKey === sourceKey
      )
    })
    .map(({ id }) => id)
}

function textsOf(values: readonly string[]) {
  return sql`jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)`
}
