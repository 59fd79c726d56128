import { parseBoolean } from '../convert/booleans'
import { parseDate } from '../convert/dates'
import { parseNumber, parseQuantity } from '../convert/numbers'
import { convertUnit, parseUnit } from '../convert/units'
import { bareAddress, isIpv4, isIpv6, normaliseMac, splitList } from './addresses'
import { osFamilyOf } from './operating-systems'

export type ValueKind =
  | 'ipv4'
  | 'ipv6'
  | 'cidr'
  | 'mac'
  | 'uuid'
  | 'fqdn'
  | 'host_name'
  | 'url'
  | 'email'
  | 'date'
  | 'moment'
  | 'boolean'
  | 'number'
  | 'percent'
  | 'size'
  | 'rate'
  | 'frequency'
  | 'currency_amount'
  | 'currency_code'
  | 'moref'
  | 'operating_system'
  | 'version'
  | 'path'
  | 'key_value'
  | 'cloud_zone'
  | 'instance_type'
  | 'image_id'
  | 'cloud_arn'
  | 'cpu_model'
  | 'person'
  | 'prose'
  | 'time_zone'

const SIZE = new Set(['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'])

const CURRENCIES =
  /^(?:[€$£¥]|USD|EUR|GBP|CHF)\s?-?[\d.,'’\s]+$|^-?[\d.,'’\s]+\s?(?:[€$£¥]|USD|EUR|GBP|CHF)$/i

function measure(text: string): 'size' | 'rate' | 'frequency' | 'percent' | null {
  const suffix = parseQuantity(text, null)?.suffix ?? ''
  if (!/^\D{1,9}$/.test(suffix)) return null
  const unit = parseUnit(suffix, true)
  if (unit === null || suffix === '') return null
  if (SIZE.has(unit)) return 'size'
  if (unit === '%') return 'percent'
  if (convertUnit(1, unit, 'MHz') !== null) return 'frequency'
  return convertUnit(1, unit, 'MB/s') === null ? null : 'rate'
}

function isListOf(text: string, test: (part: string) => boolean): boolean {
  const parts = text.split(/[,;|\s]+/).filter((part) => part !== '')
  return parts.length > 0 && parts.every(test)
}

/** Versions such as 10.0.17 are no dates; with dots, days and months have two digits or a long year. */
const DOTTED_VERSION = /^\d+\.\d+\.(?:\d|\d{3}|\d{5,})$|^(?!\d{2}\.\d{2}\.)\d+\.\d+\.\d{2}$/

function isMoment(text: string): boolean {
  if (!/\d/.test(text) || /^\d+(?:[.,]\d+)?$/.test(text) || DOTTED_VERSION.test(text)) return false
  return parseDate(text, 'datetime', 'dmy').ok
}

const DETECTORS: readonly (readonly [ValueKind, (text: string) => boolean])[] = [
  [
    'ipv4',
    (text) => isListOf(text, (part) => isIpv4(bareAddress(part)) && !/\/(?!32$)\d+$/.test(part)),
  ],
  ['ipv6', (text) => text.includes(':') && isListOf(text, (part) => isIpv6(bareAddress(part)))],
  [
    'cidr',
    (text) => isListOf(text, (part) => /^[\d.]+\/\d{1,2}$/.test(part) && !part.endsWith('/32')),
  ],
  ['mac', (text) => splitList(text).every((part) => normaliseMac(part) !== null)],
  [
    'uuid',
    (text) => /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i.test(text),
  ],
  [
    'fqdn',
    (text) =>
      /^(?=.*[a-z])[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/i.test(text) &&
      /\.[a-z][a-z0-9-]+\.?$/i.test(text),
  ],
  [
    'host_name',
    (text) => /^(?=.*[a-z])[a-z0-9][a-z0-9_-]{1,30}$/i.test(text) && /[\d-]/.test(text),
  ],
  ['url', (text) => /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|www\.)\S+$/i.test(text)],
  ['email', (text) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text)],
  ['moment', (text) => /[T\s,]\d{1,2}[:.h]\d{2}/.test(text) && isMoment(text)],
  ['date', isMoment],
  ['boolean', (text) => parseBoolean(text) !== null],
  ['number', (text) => parseNumber(text, null) !== null],
  ['currency_amount', (text) => CURRENCIES.test(text)],
  [
    'currency_code',
    (text) =>
      /^(?:USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|SGD|HKD|NZD|TRY|AED)$/.test(
        text,
      ),
  ],
  [
    'moref',
    (text) =>
      /^(?:vm|host|domain-c|resgroup-[a-z]?|group-[a-z]|datastore|network|dvportgroup)-?\d+$/i.test(
        text,
      ),
  ],
  ['operating_system', (text) => /[a-z]{3}/i.test(text) && osFamilyOf(text) !== null],
  ['version', (text) => /^v?\d+(?:\.\d+)+[\w.+-]*$/i.test(text) && !isIpv4(text)],
  [
    'path',
    (text) => /^(?:[a-z]:[\\/]?$|[a-z]:\\|\/[\w.@ -]*(?:\/|$)|\\\\|\[[^\]]+\] ?\S+\/)/i.test(text),
  ],
  [
    'key_value',
    (text) =>
      /^[\w.:/@ -]+[=:][^=\\/]+(?:[,;|]\s*[\w.:/@ -]+[=:][^=]*)*$/.test(text) ||
      /^[[{].*[\]}]$/.test(text),
  ],
  [
    'cloud_zone',
    (text) =>
      /^(?:(?:us|eu|ap|sa|ca|me|af|il|cn|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)[a-z]*-\d[a-z]?|(?:us|europe|asia|australia|northamerica|southamerica|me|africa)-[a-z]+\d(?:-[a-f])?|(?:north|south|east|west|central|uk|us|france|germany|switzerland|sweden|norway|japan|korea|india|canada|australia|brazil|uae|southafrica)[a-z]*(?:europe|us|asia|uk|central|east|west|north|south|southeast)\d?)$/i.test(
        text,
      ),
  ],
  [
    'instance_type',
    (text) =>
      /^(?:[a-z]{1,3}\d[a-z-]*\.(?:nano|micro|small|medium|metal|\d*x?large)(?:-\d+)?|(?:Standard|Basic)_[A-Z]+\d+[\w-]*|[a-z]\d[a-z]?-(?:standard|highmem|highcpu|micro|small|medium|custom|megamem|ultramem)(?:-[\w-]+)?|db\.\w+\.\w+|m1\.\w+|VM\.(?:Standard|Dense)\S+)$/i.test(
        text,
      ),
  ],
  ['image_id', (text) => /^(?:ami|emi)-[0-9a-f]+$/i.test(text)],
  [
    'cloud_arn',
    (text) => /^(?:arn:|i-[0-9a-f]{8,}$|\/subscriptions\/|projects\/|ocid1\.)/i.test(text),
  ],
  [
    'cpu_model',
    (text) =>
      /\b(?:xeon|epyc|opteron|core\(tm\)|core i\d|intel|amd|power\d|sparc|ryzen|graviton|cortex)\b/i.test(
        text,
      ),
  ],
  [
    'person',
    (text) => /^\p{Lu}[\p{L}'’-]+,? \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’-]+)?$/u.test(text),
  ],
  ['prose', (text) => text.split(/\s+/).length >= 5],
  [
    'time_zone',
    (text) =>
      /^(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?$|^(?:Europe|America|Asia|Africa|Australia|Pacific|Etc)\/\w+|^\(?(?:UTC|GMT)[+-]|^(?:CET|CEST|EST|EDT|PST|PDT|CST|MST)$/.test(
        text,
      ),
  ],
]

/** Everything that a value may be, judged by itself; none for a value like no other. */
export function kindsOf(value: string): ValueKind[] {
  const kinds = DETECTORS.filter(([, test]) => test(value)).map(([kind]) => kind)
  const measured = measure(value)
  return measured === null ? kinds : [...kinds, measured]
}
