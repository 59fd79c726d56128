import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import { type AssetFinding, missingAttributes, networkCardDifference } from './completeness'
import { type AssetState, deriveAsset, noComponents } from './derive-asset'
import { groupBy } from './group-by'
import { updateAssets } from './store/assets'
import { loadComponentTotals } from './store/components'
import { countOpenIssues, findingsToOpen, resolveFindings } from './store/issues'
import { lockInventory } from './store/lock'
import { loadSources } from './store/sources'
import { writeTogether } from './store/write-together'

/**
 * Derives the assets anew from their sources and components: attributes, columns, search text,
 * issues about the asset as a whole, and the number of open issues. Set-based; meant for up to some
 * thousand assets at a time. An asset that stays what it was is not written.
 */
export async function recomputeAssets(
  tx: Transaction,
  scope: EngagementKey,
  assetIds: Iterable<string>,
): Promise<void> {
  const ids = [...new Set(assetIds)]
  if (ids.length === 0) return
  await lockInventory(tx, scope)
  const sources = groupBy(await loadSources(tx, scope, ids), ({ assetId }) => assetId)
  const totals = await loadComponentTotals(tx, ids)
  const states: AssetState[] = []
  const findings: (AssetFinding & { assetId: string })[] = []
  for (const [assetId, own] of sources) {
    const ownTotals = totals.get(assetId) ?? noComponents
    const state = deriveAsset(assetId, own, ownTotals)
    states.push(state)
    const found = [...missingAttributes(state), ...networkCardDifference(own, ownTotals)]
    findings.push(...found.map((finding) => ({ ...finding, assetId })))
  }
  await updateAssets(tx, scope, states)
  await resolveFindings(tx, scope, ids, findings)
  await writeTogether(tx, [findingsToOpen(scope, findings)])
  await countOpenIssues(tx, scope, new Set(ids))
}
