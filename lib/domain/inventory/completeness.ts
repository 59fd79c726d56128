import type { SourcedValue } from '@/db/schema'
import { canonicalAttributes } from '../mapping/catalogue/attributes'
import {
  type AssetState,
  byPrecedence,
  type ComponentTotals,
  type StoredSource,
} from './derive-asset'

/** Something about an asset as a whole that is missing or does not fit together. */
export interface AssetFinding {
  rule: 'missing_attribute' | 'nic_count_differs'
  attribute: string
  value: string | null
  reason: string
}

const requiredByType = new Map<string, typeof canonicalAttributes>()

function requiredOf(assetType: string): typeof canonicalAttributes {
  const known = requiredByType.get(assetType)
  if (known) return known
  const required = canonicalAttributes.filter(
    ({ requiredFor }) => requiredFor.includes(assetType) || requiredFor.includes('*'),
  )
  requiredByType.set(assetType, required)
  return required
}

/** What an asset of its type needs and does not have. */
export function missingAttributes({ assetType, attributes }: AssetState): AssetFinding[] {
  return requiredOf(assetType)
    .filter(({ name }) => !(name in attributes))
    .map(({ name, label }) => ({
      rule: 'missing_attribute',
      attribute: name,
      value: null,
      reason: `${label} is missing.`,
    }))
}

/**
 * Whether the number of network cards that the asset reports differs from the cards listed for it.
 * A machine without any card listed says nothing.
 */
export function networkCardDifference(
  sources: readonly StoredSource[],
  totals: ComponentTotals,
): AssetFinding[] {
  const listed = totals.networkCards
  const reporting = byPrecedence(sources).find(({ values }) => 'nic_count' in values)
  const reported: SourcedValue | undefined = reporting?.values.nic_count
  if (listed === null || typeof reported?.value !== 'number' || reported.value === listed) return []
  const by =
    reporting?.kind === 'correction' ? 'A correction' : (reporting?.sourceName ?? 'A source')
  return [
    {
      rule: 'nic_count_differs',
      attribute: 'nic_count',
      value: String(reported.value),
      reason: `${by} says ${cards(reported.value)}, ${listed} ${listed === 1 ? 'is' : 'are'} listed.`,
    },
  ]
}

function cards(count: number): string {
  return `${count} network ${count === 1 ? 'card' : 'cards'}`
}
