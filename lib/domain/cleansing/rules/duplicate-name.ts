import type { Finding, NamedAsset, SetRule } from './rule'

/** Kinds of asset that are one machine when they bear one name. */
const machines = new Set(['server', 'virtual_machine', 'workstation', 'container'])

export const duplicateName: SetRule = {
  id: 'duplicate_name',
  title: 'Duplicate names',
  description: 'Several machines, or several assets of one kind, with the same name.',
  attribute: 'name',
  examineSet(assets) {
    const groups = new Map<string, NamedAsset[]>()
    for (const asset of assets) {
      const key = keyOf(asset)
      const group = groups.get(key)
      if (group) group.push(asset)
      else groups.set(key, [asset])
    }
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) =>
        group.map((asset) => ({ assetId: asset.id, finding: find(asset, group) })),
      )
  },
}

function keyOf({ name, assetType }: NamedAsset): string {
  const kind = machines.has(assetType) ? 'machine' : assetType
  return `${kind} ${name.trim().toLowerCase()}`
}

/** Which of them is right, only a person knows. */
function find({ name }: NamedAsset, group: readonly NamedAsset[]): Finding {
  const reason = `${group.length} assets are called “${name}”, and what they say of themselves keeps them apart.`
  return { value: name, proposed: null, fixable: false, reason }
}
