import type { AttributeValue, SourcedValue } from '@/db/schema'
import { canonicalAttributes } from '../mapping/catalogue/attributes'
import { deriveAttributes } from '../mapping/convert/derive-attributes'
import { matchKeysOf, nameKeyOf } from './match-keys'
import { groupRecords, type MatchRecord } from './match-rules'
import { originOf } from './row-plan'

/** A source as it is stored; ids rise with time. */
export interface StoredSource {
  id: string
  assetId: string
  kind: 'import' | 'correction'
  dataImportId: string | null
  sourceKey: string
  sourceName: string
  matchedBy: string | null
  digest: string
  values: Record<string, SourcedValue>
}

/** What an asset's components add up to; null where no component of the kind is known. */
export interface ComponentTotals {
  diskCount: number | null
  diskGib: number | null
  partitionGib: number | null
  networkCards: number | null
}

export const noComponents: ComponentTotals = {
  diskCount: null,
  diskGib: null,
  partitionGib: null,
  networkCards: null,
}

/** The columns of an asset that follow from its sources. */
export interface AssetState {
  id: string
  assetType: string
  name: string
  nameKey: string
  environment: string | null
  osFamily: string | null
  osName: string | null
  powerState: string | null
  cpuCount: number | null
  memoryMib: number | null
  diskTotalGib: number | null
  attributes: Record<string, AttributeValue>
  searchText: string
  weaklyMatched: boolean
}

/** `matched_by` of a source that a person took out of a weak match. */
export const splitMark = 'split'

/** `matched_by` of a source that one of our own exports brought back to its asset. */
export const ownMark = 'own'

/**
 * Stored sources for the matching; corrections take no part in it. Where one of our own exports
 * names an asset, it is tied to the asset's oldest source, and says nothing about the others.
 * @param named assets that rows about to be matched name
 */
export function recordsOf(
  sources: readonly StoredSource[],
  named: ReadonlySet<string> = new Set(),
): MatchRecord[] {
  const imported = sources.filter(({ kind }) => kind === 'import')
  const tied = new Map<string, string>()
  for (const { assetId, matchedBy } of imported) {
    if (named.has(assetId) || matchedBy === ownMark) tied.set(assetId, '')
  }
  for (const { id, assetId } of imported) {
    const oldest = tied.get(assetId)
    if (oldest === '' || (oldest !== undefined && id < oldest)) tied.set(assetId, id)
  }
  return imported.map((source) => {
    const origin = originOf(source.sourceKey)
    const isTied = source.matchedBy === ownMark || tied.get(source.assetId) === source.id
    return {
      ref: source.id,
      assetId: source.assetId,
      age: source.id,
      family: origin.family,
      importId: source.dataImportId ?? source.id,
      keys: matchKeysOf(source.values, origin),
      ownAsset: isTied ? source.assetId : null,
      splitOff: source.matchedBy === splitMark,
    }
  })
}

/**
 * The sources in the order in which they are believed: corrections, then what rows about the asset
 * say, then what rows about its components repeat; the newest first in each.
 */
export function byPrecedence<S extends Pick<StoredSource, 'id' | 'kind' | 'sourceKey'>>(
  sources: readonly S[],
): S[] {
  const rank = (source: S) =>
    source.kind === 'correction' ? 0 : originOf(source.sourceKey).component ? 2 : 1
  return [...sources].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1))
}

/** What an asset is, from all that its sources say. Its sources may come in any order. */
export function deriveAsset(
  id: string,
  sources: readonly StoredSource[],
  totals: ComponentTotals,
): AssetState {
  const attributes = attributesOf(sources, totals)
  const name = displayName(attributes)
  return {
    id,
    assetType: typeof attributes.asset_type === 'string' ? attributes.asset_type : 'other',
    name,
    nameKey: nameKeyOf(name),
    environment: textOf(attributes.environment),
    osFamily: textOf(attributes.os_family),
    osName: textOf(attributes.os_name),
    powerState: textOf(attributes.power_state),
    cpuCount: countOf(attributes.cpu_count),
    memoryMib: numberOf(attributes.memory_mib),
    diskTotalGib: numberOf(attributes.disk_total_gib),
    attributes,
    searchText: searchTextOf(name, attributes),
    weaklyMatched: isWeaklyMatched(sources),
  }
}

/**
 * The value of each attribute that wins. What a correction clears stands against what could be
 * derived, too.
 */
function attributesOf(
  sources: readonly StoredSource[],
  totals: ComponentTotals,
): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {}
  const cleared = new Set<string>()
  const add = (attribute: string, value: AttributeValue | null | undefined) => {
    if (value === undefined || attribute in attributes || cleared.has(attribute)) return
    if (value === null) cleared.add(attribute)
    else attributes[attribute] = value
  }
  for (const { values } of byPrecedence(sources)) {
    for (const attribute of Object.keys(values)) add(attribute, values[attribute]?.value)
  }
  for (const derived of deriveAttributes(attributes)) add(derived.attribute, derived.value)
  add('disk_total_gib', totals.diskGib ?? totals.partitionGib)
  add('disk_count', totals.diskCount)
  add('nic_count', totals.networkCards)
  return attributes
}

const nameSubstitutes = ['name', 'ip_address', 'external_id', 'serial_number', 'uuid', 'bios_uuid']

function displayName(attributes: Record<string, AttributeValue>): string {
  for (const attribute of [...nameSubstitutes, 'vm_moref', 'mac_address']) {
    const value = attributes[attribute]
    const text = String(Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim()
    if (text !== '') return text
  }
  return 'unnamed'
}

/** What people look for: names, addresses, numbers on stickers, owners, systems. */
const searchedGroups = new Set(['identity', 'business', 'application'])
const searchedAttributes = new Set([
  'os_name',
  'ip_address',
  'ipv6_address',
  'public_ip',
  'management_ip',
  'mac_address',
  'manufacturer',
  'model',
  'cluster',
  'hypervisor_host',
  'datacenter',
  'location',
  'db_engine',
  'db_instance',
])
const unsearched = new Set(['description', 'notes', 'asset_type', 'uuid', 'bios_uuid'])
const searchTextLimit = 1000

const searched = new Set(
  canonicalAttributes
    .filter(({ name, group }) => searchedAttributes.has(name) || searchedGroups.has(group))
    .map(({ name }) => name)
    .filter((name) => !unsearched.has(name)),
)

function searchTextOf(name: string, attributes: Record<string, AttributeValue>): string {
  const texts = new Set([nameKeyOf(name)])
  for (const attribute of Object.keys(attributes)) {
    if (!searched.has(attribute)) continue
    const value = attributes[attribute]
    if (value === undefined || typeof value === 'boolean') continue
    if (Array.isArray(value)) for (const text of value) texts.add(nameKeyOf(text))
    else texts.add(nameKeyOf(String(value)))
  }
  return [...texts].join(' ').slice(0, searchTextLimit)
}

function isWeaklyMatched(sources: readonly StoredSource[]): boolean {
  if (sources.length < 2) return false
  const imported = sources.filter((source) => source.kind === 'import')
  const families = new Set(imported.map((source) => originOf(source.sourceKey).family))
  if (families.size < 2) return false
  return groupRecords(recordsOf(imported)).some((group) => group.weakParts.length > 1)
}

function textOf(value: AttributeValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: AttributeValue | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

const largestInteger = 2_147_483_647

function countOf(value: AttributeValue | undefined): number | null {
  const number = numberOf(value)
  return number !== null && Number.isInteger(number) && Math.abs(number) <= largestInteger
    ? number
    : null
}
