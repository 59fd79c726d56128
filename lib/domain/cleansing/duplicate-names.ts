import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { countOpenIssues } from '@/lib/domain/inventory/store/issues'
import { duplicateName } from './rules/duplicate-name'

type NamedRow = { id: string; name: string; asset_type: string }

/**
 * Brings the issues about equal names up to date with the inventory of an engagement: opens those
 * that are new, resolves those that no longer hold.
 */
export async function updateDuplicateNames(tx: Transaction, key: EngagementKey): Promise<void> {
  // Only names that occur more than once leave the database.
  const found = await tx.execute<NamedRow>(sql`
    select id, name, asset_type from (
      select id, name, asset_type, count(*) over (partition by name_key) as namesakes
      from assets where engagement_id = ${key.engagementId}
    ) a where namesakes > 1`)
  const findings = duplicateName
    .examineSet(found.rows.map(({ id, name, asset_type }) => ({ id, name, assetType: asset_type })))
    .map(({ assetId, finding }) => ({ asset: assetId, ...finding }))
  const json = JSON.stringify(findings)
  const opened = await tx.execute<{ asset_id: string }>(sql`
    insert into asset_issues as o (client_account_id, engagement_id, asset_id, rule, attribute,
      value, fixable, reason, issue_key)
    select ${key.clientId}::uuid, ${key.engagementId}::uuid, f.asset, ${duplicateName.id},
      ${duplicateName.attribute}, f.value, f.fixable, f.reason,
      concat_ws(':', 'asset', f.asset, ${duplicateName.id}::text, ${duplicateName.attribute}::text)
    from jsonb_to_recordset(${json}::jsonb) as f(asset uuid, value text, fixable boolean, reason text)
    on conflict (engagement_id, issue_key) do update
      set state = 'open', value = excluded.value, reason = excluded.reason
      where o.state = 'resolved'
    returning o.asset_id`)
  const resolved = await tx.execute<{ asset_id: string }>(sql`
    update asset_issues i set state = 'resolved', version = i.version + 1
    where i.engagement_id = ${key.engagementId} and i.rule = ${duplicateName.id}
      and i.state in ('open', 'skipped')
      and not exists (
        select 1 from jsonb_to_recordset(${json}::jsonb) as f(asset uuid) where f.asset = i.asset_id)
    returning i.asset_id`)
  const touched = new Set([...opened.rows, ...resolved.rows].map(({ asset_id }) => asset_id))
  if (touched.size > 0) await countOpenIssues(tx, key, touched)
}
