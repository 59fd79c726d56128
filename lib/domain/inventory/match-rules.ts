import { type Claims, Clusters } from './clusters'
import { groupBy } from './group-by'
import { type MatchKeys, type StrongKind, strongKinds } from './match-keys'

/** One row, present as a source of an asset or just read, as the matching sees it. */
export interface MatchRecord {
  /** Names the record in the outcome. */
  ref: string
  /** The asset that the record belongs to so far. */
  assetId: string | null
  /** Orders the records: the least is the oldest. */
  age: string
  /** Rows of one family are one source's sheets. */
  family: string
  importId: string
  keys: MatchKeys
  /** The asset that one of our own exports names; a file of ours finds its assets by it. */
  ownAsset: string | null
  /** Whether a person took the record out of a weak match; its name joins it to nobody else. */
  splitOff: boolean
}

/** Records that are the same thing. */
export interface MatchGroup {
  records: MatchRecord[]
  /** Groups within the group that only the name holds together; the oldest record's is first. */
  weakParts: MatchRecord[][]
}

/** A value that more clusters share tells nobody apart. */
const tooCommon = 50

const volatileKinds = ['mac', 'ip']

/**
 * Which records are the same thing. Kinds of keys are taken from the strongest to the weakest; the
 * records that share a value become one unless two of them contradict each other in a stronger
 * kind, in which case the value joins nobody. Then come the names: first within one source, then
 * across sources (weak). The outcome depends on the set of records alone, never on their order.
 */
export function groupRecords(records: readonly MatchRecord[]): MatchGroup[] {
  const sorted = [...records].sort((a, b) => compareText(a.ref, b.ref))
  const clusters = new Clusters(sorted, claimsOf)
  const merge = (tell: TellValues, counts: (about: string) => boolean) => {
    for (const members of sharers(clusters, sorted, tell)) {
      clusters.mergeUnlessContradicted(members, counts)
    }
  }
  merge(tellOwnAsset, nothing)
  strongKinds.forEach((kind, rank) => {
    merge(tellKeys(kind), strongerThan(rank))
  })
  merge(tellSheetName, strongerThanSheet)
  const parts = sorted.map((_, member) => clusters.find(member))
  // Each part answers for itself here: two that differ must not meet through one that knows both.
  for (const members of sharers(clusters, sorted, tellWeakName)) {
    clusters.joinUnlessContradicted(members, (about) => rankOfAbout(about) !== null)
  }
  return collect(sorted, clusters, parts)
}

const nothing = () => false

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Tells the values by which a record may meet others. */
type TellValues = (record: MatchRecord, told: (value: string) => void) => void

const tellOwnAsset: TellValues = ({ ownAsset }, told) => {
  if (ownAsset !== null) told(ownAsset)
}

function tellKeys(kind: StrongKind): TellValues {
  return ({ keys }, told) => {
    for (const key of keys.strong) if (key.kind === kind) told(key.value)
  }
}

const tellSheetName: TellValues = ({ family, keys, splitOff }, told) => {
  if (keys.name !== null) told(`${splitOff ? 'apart ' : ''}${family}|${keys.name}`)
}

const tellWeakName: TellValues = ({ keys, splitOff }, told) => {
  if (keys.name !== null && !splitOff) told(keys.name)
}

/**
 * What a record says about itself. Addresses change between two exports of one source, so there
 * they only tell rows of one file apart; between sources they count as they are.
 */
function claimsOf({ keys, family, importId }: MatchRecord): Claims {
  const claims: Claims = new Map()
  const add = (about: string, value: string) => {
    const values = claims.get(about)
    if (values) values.add(value)
    else claims.set(about, new Set([value]))
  }
  for (const key of keys.strong) {
    if (key.about === null) continue
    add(key.about, key.value)
    if (volatileKinds.includes(key.kind)) add(`in file ${importId}: ${key.kind}`, key.value)
  }
  if (keys.name !== null) add(`name in ${family}`, keys.name)
  return claims
}

/** The things in which a difference outweighs a shared value of the kind of that rank. */
function strongerThan(rank: number): (about: string) => boolean {
  const kind = strongKinds[rank]
  const abouts = (about: string) => {
    const own = rankOfAbout(about)
    return own !== null && own < rank
  }
  // Two machines of one source with one address (a cluster's, a copy's) are still two machines.
  return kind === 'ip' ? (about) => abouts(about) || about.startsWith('name in ') : abouts
}

/** The rank of the kind that a claim belongs to; null for what is no key by itself. */
function rankOfAbout(about: string): number | null {
  if (about === 'bios_uuid' || about === 'uuid') return strongKinds.indexOf('uuid')
  if (about.startsWith('moref of ')) return strongKinds.indexOf('vcenter_moref')
  if (about.startsWith('external id of ')) return strongKinds.indexOf('external_id')
  const rank = strongKinds.indexOf(about as StrongKind)
  return rank < 0 ? null : rank
}

function strongerThanSheet(about: string): boolean {
  if (about.startsWith('in file ')) return true
  return rankOfAbout(about) !== null && !volatileKinds.includes(about)
}

/** The members that share a value, value by value in the order of the values. */
function* sharers(
  clusters: Clusters<MatchRecord>,
  records: readonly MatchRecord[],
  tell: TellValues,
): Generator<number[]> {
  const first = new Map<string, number>()
  const shared = new Map<string, number[]>()
  records.forEach((record, member) => {
    tell(record, (value) => {
      const before = first.get(value)
      const list = shared.get(value)
      if (before === undefined) first.set(value, member)
      else if (list) list.push(member)
      else shared.set(value, [before, member])
    })
  })
  for (const [, list] of [...shared].sort(([a], [b]) => compareText(a, b))) {
    const roots = new Set(list.map((member) => clusters.find(member)))
    if (roots.size <= tooCommon) yield list
  }
}

function collect(
  records: readonly MatchRecord[],
  clusters: Clusters<MatchRecord>,
  parts: readonly number[],
): MatchGroup[] {
  const groups = groupBy(records.keys(), (member) => clusters.find(member))
  return [...groups.values()].map((members) => {
    const byPart = groupBy(members, (member) => parts[member])
    const weakParts = [...byPart.values()]
      .map((part) => byAge(part.flatMap((member) => records[member] ?? [])))
      .sort(byOldest)
    return { records: byAge(weakParts.flat()), weakParts }
  })
}

function byAge(records: MatchRecord[]): MatchRecord[] {
  return [...records].sort((a, b) => compareText(a.age, b.age))
}

function byOldest(a: MatchRecord[], b: MatchRecord[]): number {
  return compareText(a[0]?.age ?? '', b[0]?.age ?? '')
}
