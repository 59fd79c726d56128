import type { Transaction } from '@/db/client'
import {
  type ComponentGrain,
  loadComponentDigests,
  type NewComponent,
  upsertComponents,
} from '../store/components'
import type { MatchedRow } from './match-batch'
import type { Writing } from './write-batch'

/** Hangs the rows' components under their assets; gives back the rows that changed one. */
export async function writeComponents(
  tx: Transaction,
  { scope, plan, dataImportId }: Writing,
  rows: readonly MatchedRow[],
): Promise<Set<MatchedRow>> {
  if (plan.grain === 'asset') return new Set()
  const grain: ComponentGrain = plan.grain
  const digests = await loadComponentDigests(tx, grain, new Set(rows.map((row) => row.assetId)))
  const changed = new Set<MatchedRow>()
  const components = new Map<string, NewComponent>()
  for (const matched of rows) {
    const { row, assetId } = matched
    if (!row.component) continue
    const name = `${assetId}|${row.component.labelKey}`
    if (digests.get(name) === row.component.digest) continue
    digests.set(name, row.component.digest)
    changed.add(matched)
    components.set(name, { ...row.component, assetId, dataImportId, rowNumber: row.rowNumber })
  }
  await upsertComponents(tx, scope, grain, [...components.values()])
  return changed
}
