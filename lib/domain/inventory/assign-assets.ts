import type { MatchGroup, MatchRecord } from './match-rules'

/** To which asset the records of a group belong from now on. */
export interface Assignment {
  group: MatchGroup
  assetId: string
  /** Whether the asset has to be made. */
  isNew: boolean
  /** Assets that turn out to be the same and are given up. */
  absorbed: string[]
  /** Records that belonged to another asset so far. */
  moved: MatchRecord[]
}

/**
 * Gives each group an asset: the oldest of those whose oldest record is in the group, else a new
 * one. An asset that falls into several groups stays with its oldest record.
 * @param nextId gives the id of a new asset
 */
export function assignAssets(groups: readonly MatchGroup[], nextId: () => string): Assignment[] {
  const owners = ownersOf(groups)
  return groups.map((group) => {
    const [survivor, ...absorbed] = owners.get(group) ?? []
    const assetId = survivor ?? nextId()
    const moved = group.records.filter(
      (record) => record.assetId !== null && record.assetId !== assetId,
    )
    return { group, assetId, isNew: survivor === undefined, absorbed, moved }
  })
}

function ownersOf(groups: readonly MatchGroup[]): Map<MatchGroup, string[]> {
  const oldest = new Map<string, { age: string; group: MatchGroup }>()
  for (const group of groups) {
    for (const { assetId, age } of group.records) {
      if (assetId === null) continue
      const known = oldest.get(assetId)
      if (!known || age < known.age) oldest.set(assetId, { age, group })
    }
  }
  const owners = new Map<MatchGroup, string[]>()
  for (const [assetId, { group }] of [...oldest].sort(([a], [b]) => (a < b ? -1 : 1))) {
    owners.set(group, [...(owners.get(group) ?? []), assetId])
  }
  return owners
}
