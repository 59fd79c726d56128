import catalogue from '../data/canonical-attributes.json'
import {
  type AttributeGroup,
  attributeGroups,
  type CanonicalAttribute,
  type ValueType,
  valueTypes,
} from '../schema'

interface CatalogueEntry {
  group: string
  type: string
  unit_or_enum: string | null
  required_for: string[]
  description: string
}

const ACRONYMS = new Map(
  ['cpu', 'os', 'ip', 'mac', 'uuid', 'vm', 'nic', 'dns', 'fqdn', 'bios', 'vlan', 'url', 'id']
    .map((word): [string, string] => [word, word.toUpperCase()])
    .concat([
      ['ipv6', 'IPv6'],
      ['vcpu', 'vCPU'],
      ['vram', 'vRAM'],
      ['vcenter', 'vCenter'],
      ['moref', 'managed object reference'],
      ['db', 'database'],
      ['net', 'network'],
      ['dep', 'dependency'],
      ['iops', 'IOPS'],
      ['eol', 'end-of-life'],
      ['util', 'utilisation'],
      ['pct', '%'],
      ['mib', ''],
      ['gib', ''],
      ['mbps', ''],
      ['ms', ''],
      ['mhz', ''],
    ]),
)

function labelOf(name: string): string {
  const words = name.split('_').flatMap((word) => ACRONYMS.get(word) ?? word)
  const label = words.filter((word) => word !== '').join(' ')
  return label.charAt(0).toUpperCase() + label.slice(1)
}

function isGroup(text: string): text is AttributeGroup {
  return attributeGroups.some((group) => group === text)
}

function isValueType(text: string): text is ValueType {
  return valueTypes.some((type) => type === text)
}

function attributeOf(name: string, entry: CatalogueEntry): CanonicalAttribute {
  const { group, type } = entry
  if (!isGroup(group) || !isValueType(type)) {
    throw new Error(`The catalogue describes ${name} with an unknown group or type.`)
  }
  const isEnum = type === 'enum'
  return {
    name,
    label: labelOf(name),
    group,
    type,
    unit: isEnum ? null : entry.unit_or_enum,
    enumValues: isEnum ? (entry.unit_or_enum ?? '').split('|') : null,
    requiredFor: entry.required_for,
    description: entry.description,
  }
}

/** Every attribute of the canonical model, in the catalogue's order. */
export const canonicalAttributes: readonly CanonicalAttribute[] = Object.entries(catalogue).map(
  ([name, entry]) => attributeOf(name, entry),
)

const byName = new Map(canonicalAttributes.map((attribute) => [attribute.name, attribute]))

/** The attribute of that name, or undefined. */
export function attributeByName(name: string): CanonicalAttribute | undefined {
  return byName.get(name)
}
