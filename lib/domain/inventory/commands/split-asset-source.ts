import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { failure, type Result, success } from '@/lib/base/result'
import type { EngagementKey, Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { deriveAsset, noComponents, recordsOf, type StoredSource, splitMark } from '../derive-asset'
import { groupRecords } from '../match-rules'
import { recomputeAssets } from '../recompute-assets'
import type { SplitSource } from '../schema'
import { assetsToInsert, newAssetIds } from '../store/assets'
import { idList } from '../store/json-rows'
import { keysToInsert } from '../store/keys'
import { lockInventory } from '../store/lock'
import { moveSources } from '../store/regroup'
import { loadSources } from '../store/sources'
import { writeTogether } from '../store/write-together'

/**
 * Takes a source that only the name joined out of its asset, with the other sheets of the same
 * source that came along, and makes an asset of them. They stay apart when they are imported again.
 * @returns the new asset; `not_found` without such a source, `wrong_state` where more than the name
 *   holds it
 */
export function splitAssetSource(
  scope: Scope,
  deps: CommandDeps,
  { sourceId }: SplitSource,
): Promise<Result<{ assetId: string }>> {
  return transact(scope, deps, async (tx) => {
    await lockInventory(tx, scope)
    const from = await assetOf(tx, scope, sourceId)
    if (from === null) return failure('not_found')
    const sources = await loadSources(tx, scope, [from])
    const parted = weakPartOf(sources, sourceId)
    if (parted === null) return failure('wrong_state')
    const [to = ''] = await newAssetIds(tx, 1)
    const made = { ...deriveAsset(to, parted, noComponents), openIssueCount: 0 }
    await writeTogether(tx, [
      assetsToInsert(scope, [made]),
      keysToInsert(scope, [{ assetId: to, rows: recordsOf(parted) }], false),
    ])
    await moveSources(
      tx,
      parted.map((source) => ({ sourceId: source.id, from, to })),
    )
    await tx.execute(sql`
      update asset_sources set matched_by = ${splitMark}, weak = false
      where id = any(${idList(parted.map(({ id }) => id))})`)
    await recomputeAssets(tx, scope, [from, to])
    await recordAudit(tx, scope, {
      action: 'asset.split',
      subjectType: 'asset',
      subjectId: from,
      detail: { newAssetId: to, sources: parted.length },
    })
    return success({ assetId: to })
  })
}

async function assetOf(
  tx: Transaction,
  { engagementId }: EngagementKey,
  sourceId: string,
): Promise<string | null> {
  const found = await tx.execute<{ id: string }>(sql`
    select a.id from assets a
    where a.engagement_id = ${engagementId}
      and a.id = (select asset_id from asset_sources where id = ${sourceId})`)
  return found.rows[0]?.id ?? null
}

/** The sources that only the name holds in their asset together with the one asked for. */
function weakPartOf(sources: readonly StoredSource[], sourceId: string): StoredSource[] | null {
  const imported = sources.filter(({ kind }) => kind === 'import')
  const group = groupRecords(recordsOf(imported)).find(({ records }) =>
    records.some(({ ref }) => ref === sourceId),
  )
  if (!group || group.weakParts.length < 2) return null
  const part = group.weakParts.find((records) => records.some(({ ref }) => ref === sourceId))
  const refs = new Set(part?.map(({ ref }) => ref))
  return imported.filter(({ id }) => refs.has(id))
}
