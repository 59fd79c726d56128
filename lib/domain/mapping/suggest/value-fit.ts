import { attributeByName } from '../catalogue/attributes'
import { parseNumber } from '../convert/numbers'
import { measureOf } from '../convert/quantities'
import type { CanonicalAttribute } from '../schema'
import { shareOfVocabulary, type ValueEvidence } from '../values/detect-values'
import type { ValueKind } from '../values/value-kinds'
import { fitOfText, type ValueFit } from './text-fit'

const NEUTRAL: ValueFit = { fit: 0, reason: null }

/** What numbers of an attribute may reasonably be, in its own unit. */
const RANGES = new Map<string, readonly [number, number]>([
  ['cpu_count', [1, 2048]],
  ['cpu_sockets', [1, 64]],
  ['cpu_cores', [1, 1024]],
  ['cores_per_socket', [1, 256]],
  ['cpu_speed_mhz', [0.5, 10_000]],
  ['nic_count', [0, 128]],
  ['disk_count', [0, 512]],
  ['vm_count', [0, 5000]],
  ['vlan_id', [0, 4095]],
  ['db_port', [1, 65_535]],
  ['dep_port', [0, 65_535]],
  ['rack_position', [0, 64]],
])

function share(evidence: ValueEvidence, ...kinds: ValueKind[]): number {
  return Math.min(
    1,
    kinds.reduce((sum, kind) => sum + (evidence.kinds.get(kind) ?? 0), 0),
  )
}

function graded(found: number, strength: number, reason: string, against: string): ValueFit {
  if (found >= 0.6) return { fit: strength * found, reason }
  if (found >= 0.3) return NEUTRAL
  return { fit: -1 + found, reason: against }
}

const MEASURED: Readonly<Record<string, ValueKind>> = {
  MiB: 'size',
  GiB: 'size',
  'MB/s': 'rate',
  MHz: 'frequency',
  '%': 'percent',
}

function fitOfRange(attribute: CanonicalAttribute, evidence: ValueEvidence): number {
  const numbers = evidence.numbers
  if (!numbers) return 0
  const [least, most] = RANGES.get(attribute.name) ?? [0, Number.POSITIVE_INFINITY]
  if (measureOf(attribute) === '%' && numbers.most > 100.5) return -0.9
  if (numbers.median < least || numbers.median > most) return -0.8
  const countsWhole = attribute.type === 'integer' && measureOf(attribute) === null
  if (countsWhole && !numbers.whole) return -0.6
  if (attribute.group === 'utilisation' || attribute.unit === '%') return 0.25
  return RANGES.has(attribute.name) ? 0.3 : 0.15
}

function fitOfNumber(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit {
  const measure = measureOf(attribute)
  const own = measure === null ? undefined : MEASURED[measure]
  const measured = share(evidence, 'size', 'rate', 'frequency', 'percent')
  const fitting = own === undefined ? 0 : share(evidence, own)
  if (fitting >= 0.5) return { fit: 0.8, reason: `the values carry a unit (${measure})` }
  if (measured >= 0.5) return { fit: -1, reason: 'the values carry another unit' }
  if (attribute.unit === 'currency' || attribute.unit === 'currency/h') {
    if (share(evidence, 'currency_amount') >= 0.5) {
      return { fit: 0.6, reason: 'the values are amounts of money' }
    }
  }
  const numeric = share(evidence, 'number')
  if (numeric < 0.5) {
    const leading = evidence.values.filter(
      (value) => parseNumber(value.split(/\s/)[0] ?? '', null) !== null,
    )
    if (leading.length >= evidence.count * 0.7) return NEUTRAL
    return { fit: -1 + numeric, reason: 'the values are not numbers' }
  }
  return { fit: fitOfRange(attribute, evidence), reason: 'the values are numbers in a usual range' }
}

/** Enumerations whose words mean this and nothing else when a whole column is made of them. */
const TELLING = new Map<string, RegExp>([
  ['power_state', /power|running|stopped|deallocated|shut|suspended/],
  ['environment', /prod|dev|test|uat|stag|entwicklung|pprod|integration/],
  ['architecture', /64|86|arm|sparc|ppc/],
  ['firmware_type', /bios|efi/],
  ['server_type', /physi|virtu|vm/],
  ['criticality', /critical|high|medium|low|hoch|mittel|niedrig|tier|gold/],
  ['migration_strategy', /re(?:host|platform|factor|tire|tain|purchase|locate)/],
  ['asset_type', /server|switch|router|virtual|database|application|laptop|cmdb ci/],
  ['lifecycle_status', /installed|retired|in use|deployed|stock|betrieb|service|production/],
  ['operational_status', /operational|maintenance|degraded/],
])

function fitOfEnum(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit {
  const known = shareOfVocabulary(evidence, attribute.name)
  if (attribute.name === 'os_family' && share(evidence, 'operating_system') > known) {
    return {
      fit: evidence.averageLength > 12 ? -0.1 : 0.5,
      reason: 'the values name operating systems',
    }
  }
  const telling = TELLING.get(attribute.name)
  const words = evidence.folded.filter((value) => telling?.test(value)).length / evidence.count
  if (known >= 0.6) {
    const fit = words >= 0.5 ? 0.7 : 0.25
    return { fit: fit * known, reason: `the values are words for ${attribute.label.toLowerCase()}` }
  }
  if (known + words < 0.2) {
    return { fit: -0.55, reason: `hardly a value is a word for ${attribute.label.toLowerCase()}` }
  }
  return NEUTRAL
}

function isPublic(address: string): boolean {
  return !/^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  )
}

function fitOfAddress(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit {
  const v4 = share(evidence, 'ipv4')
  const v6 = share(evidence, 'ipv6')
  if (share(evidence, 'cidr') >= 0.5) return { fit: -0.9, reason: 'the values are networks' }
  if (attribute.name === 'ipv6_address')
    return graded(v6, 0.9, 'the values are IPv6 addresses', 'the values are not IPv6 addresses')
  if (attribute.name === 'public_ip' && v4 >= 0.6) {
    const open = evidence.values.filter(isPublic).length / evidence.count
    return open >= 0.5
      ? { fit: 0.6, reason: 'the values are public IP addresses' }
      : { fit: -0.3, reason: 'the addresses are private' }
  }
  const all = Math.min(1, v4 + v6)
  return graded(
    all,
    attribute.name === 'ip_address' ? 0.75 : 0.4,
    'the values are IP addresses',
    'the values are not IP addresses',
  )
}

function fitOfType(attribute: CanonicalAttribute, evidence: ValueEvidence): ValueFit {
  switch (attribute.type) {
    case 'integer':
    case 'decimal':
      return fitOfNumber(attribute, evidence)
    case 'date':
    case 'datetime':
      return graded(
        share(evidence, 'date') + spreadsheetDays(evidence),
        0.5,
        'the values are dates',
        'the values are not dates',
      )
    case 'boolean':
      return graded(
        share(evidence, 'boolean'),
        0.35,
        'the values say yes or no',
        'the values do not say yes or no',
      )
    case 'enum':
      return fitOfEnum(attribute, evidence)
    case 'ip':
    case 'ip|list<ip>':
    case 'list<ip>':
      return fitOfAddress(attribute, evidence)
    case 'mac':
      return graded(
        share(evidence, 'mac'),
        0.95,
        'the values are MAC addresses',
        'the values are not MAC addresses',
      )
    case 'uuid':
      return graded(
        share(evidence, 'uuid') + longHex(evidence),
        0.6,
        'the values are UUIDs',
        'the values are not UUIDs',
      )
    case 'url':
      return graded(
        share(evidence, 'url'),
        0.5,
        'the values are web addresses',
        'the values are not web addresses',
      )
    default:
      return fitOfText(attribute, evidence)
  }
}

/** A spreadsheet writes days as numbers when nobody formats the cells. */
function spreadsheetDays({ numbers }: ValueEvidence): number {
  return numbers && numbers.least >= 30_000 && numbers.most <= 60_000 ? 0.6 : 0
}

function longHex({ values, count }: ValueEvidence): number {
  return (
    values.filter((value) => /^[0-9a-f]{32}$|^(?:[0-9a-f]{2}[ -]){15}[0-9a-f]{2}$/i.test(value))
      .length / count
  )
}

/** How a column's values speak for or against an attribute; neutral when there are none. */
export function fitOfValues(attributeName: string, evidence: ValueEvidence): ValueFit {
  const attribute = attributeByName(attributeName)
  return attribute && evidence.count > 0 ? fitOfType(attribute, evidence) : NEUTRAL
}
