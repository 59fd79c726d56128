import type { SourcedValue } from '@/db/schema'
import { deriveAttributes } from '../mapping/convert/derive-attributes'
import { isPlaceholder } from '../mapping/convert/placeholders'
import { isPlaceholderId, isSharedIpAddress, isSharedMacAddress } from './placeholders'

/** Kinds of strong keys, the strongest first. */
export const strongKinds = [
  'uuid',
  'serial',
  'vcenter_moref',
  'external_id',
  'fqdn',
  'mac',
  'ip',
] as const
export type StrongKind = (typeof strongKinds)[number]
/** `name` is the last and weak one: name and asset type. */
export type KeyKind = StrongKind | 'name'

/** One fact by which a row can be recognised. */
export interface MatchKey {
  kind: StrongKind
  value: string
  /**
   * What the fact is about. Two rows with facts about the same thing and none in common differ;
   * null where a difference says nothing.
   */
  about: string | null
}

export interface MatchKeys {
  strong: MatchKey[]
  /** Asset type and name, lower case; null for a row without a name. */
  name: string | null
}

export interface KeyOrigin {
  /** The format's family, else the file's set of columns: external ids hold within it. */
  family: string
  /** Whether the row is about a component and lists only some of its machine's addresses. */
  component: boolean
}

type Values = Readonly<Record<string, SourcedValue | undefined>>

/** Types that are one thing each; everything else is a device with addresses of its own. */
const nonDevices = new Set([
  'application',
  'database',
  'service',
  'software',
  'cluster',
  'container',
  'facility',
])

/** The type of a row's asset; `other` when nothing says it. */
export function assetTypeOf(values: Values): string {
  return textOf(values, 'asset_type') ?? 'other'
}

/** What a row calls its asset: its name, else what stands for one; null for a placeholder. */
function nameOf(values: Values): string | null {
  const name = textOf(values, 'name') ?? substituteName(values)
  return name === null || isPlaceholder(name) ? null : name
}

function substituteName(values: Values): string | null {
  const plain = Object.fromEntries(
    Object.entries(values).map(([attribute, sourced]) => [attribute, sourced?.value]),
  )
  const derived = deriveAttributes(plain).find(({ attribute }) => attribute === 'name')
  return derived ? String(derived.value) : null
}

/** Blanks that are more than one, or none of the usual kind. */
const unusualBlanks = /\s{2,}|[^\S ]/

/** The name for comparing: trimmed, inner blanks single, lower case. */
export function nameKeyOf(name: string): string {
  const trimmed = name.trim()
  // Few have any, and looking costs less than replacing.
  const single = unusualBlanks.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
  return single.toLowerCase()
}

/**
 * The keys of one row in the order of strength: BIOS UUID/UUID, serial number, vCenter id with
 * object reference, external id within its source, FQDN or host name with domain, MAC, IP; last the
 * weak one, name with asset type. Values that are placeholders are no keys.
 */
export function matchKeysOf(values: Values, origin: KeyOrigin): MatchKeys {
  const type = assetTypeOf(values)
  const kind = nonDevices.has(type) ? type : 'device'
  const strong = [
    ...identifierKeys(values, origin),
    ...hostKeys(values, kind),
    ...addressKeys(values, kind, origin.component),
  ]
  const name = nameOf(values)
  return { strong, name: name === null ? null : `${type}|${nameKeyOf(name)}` }
}

function identifierKeys(values: Values, { family }: KeyOrigin): MatchKey[] {
  const keys: MatchKey[] = []
  for (const attribute of ['bios_uuid', 'uuid']) {
    const value = idOf(values, attribute)
    if (value) keys.push({ kind: 'uuid', value, about: attribute })
  }
  const serial = idOf(values, 'serial_number')
  if (serial) keys.push({ kind: 'serial', value: serial, about: 'serial' })
  const vcenter = idOf(values, 'vcenter_id')
  const moref = idOf(values, 'vm_moref')
  if (vcenter && moref) {
    const about = `moref of ${vcenter}`
    keys.push({ kind: 'vcenter_moref', value: `${vcenter}|${moref}`, about })
  }
  const external = idOf(values, 'external_id')
  if (external) {
    const about = `external id of ${family}`
    keys.push({ kind: 'external_id', value: `${family}|${external}`, about })
  }
  return keys
}

/**
 * A host name with its domain is an FQDN in two columns, so both make the same key. A domain may be
 * written in its short form, so a difference there says nothing.
 */
function hostKeys(values: Values, kind: string): MatchKey[] {
  const keys: MatchKey[] = []
  const fqdn = textOf(values, 'fqdn')?.toLowerCase().replace(/\.$/, '')
  if (fqdn?.includes('.') && !fqdn.startsWith('localhost.')) {
    keys.push({ kind: 'fqdn', value: `${kind}|${fqdn}`, about: 'fqdn' })
  }
  const host = textOf(values, 'hostname')?.toLowerCase()
  const domain = textOf(values, 'dns_domain')?.toLowerCase()
  if (host && domain && !isPlaceholder(host) && !isPlaceholder(domain) && host !== 'localhost') {
    keys.push({ kind: 'fqdn', value: `${kind}|${host}.${domain}`, about: null })
  }
  return keys
}

function addressKeys(values: Values, kind: string, component: boolean): MatchKey[] {
  const macs = listOf(values, 'mac_address').filter((mac) => !isSharedMacAddress(mac))
  // One card's address says nothing about the machine's other cards, and cards of many machines
  // share addresses (bridges, cluster addresses).
  if (component) return macs.map((mac) => ({ kind: 'mac', value: `${kind}|${mac}`, about: null }))
  const ips = ['ip_address', 'ipv6_address']
    .flatMap((attribute) => listOf(values, attribute))
    .filter((ip) => !isSharedIpAddress(ip))
  return [
    ...macs.map((mac): MatchKey => ({ kind: 'mac', value: `${kind}|${mac}`, about: 'mac' })),
    ...ips.map((ip): MatchKey => ({ kind: 'ip', value: `${kind}|${ip}`, about: 'ip' })),
  ]
}

function listOf(values: Values, attribute: string): string[] {
  const value = values[attribute]?.value
  const list = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  return list.map((item) => item.trim().toLowerCase()).filter((item) => item !== '')
}

function textOf(values: Values, attribute: string): string | null {
  const value = values[attribute]?.value
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  return text === '' ? null : text
}

function idOf(values: Values, attribute: string): string | null {
  const text = textOf(values, attribute)
  return text === null || isPlaceholderId(text) ? null : text.toLowerCase()
}
