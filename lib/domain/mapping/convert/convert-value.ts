import { attributeByName } from '../catalogue/attributes'
import type { CanonicalAttribute, CanonicalValue, Conversion, ConversionProblem } from '../schema'
import {
  bareAddress,
  isIpv4,
  isIpv6,
  normaliseMac,
  normaliseUuid,
  splitList,
} from '../values/addresses'
import { foldValue } from '../values/fold'
import { osFamilyOf } from '../values/operating-systems'
import { vocabularyOf } from '../values/vocabularies'
import { parseBoolean } from './booleans'
import type { ConversionOptions } from './conventions'
import { parseDate } from './dates'
import { parseList } from './lists'
import { isPlaceholder } from './placeholders'
import { convertQuantity } from './quantities'

function problem(code: ConversionProblem['code'], reason: string): Conversion {
  return { ok: false, problem: { code, reason } }
}

function value(converted: CanonicalValue, unit?: string): Conversion {
  return unit === undefined ? { ok: true, value: converted } : { ok: true, value: converted, unit }
}

function oneOrMany(values: string[]): Conversion {
  const distinct = [...new Set(values)]
  return value(distinct.length === 1 ? (distinct[0] ?? null) : distinct)
}

function convertAddresses(text: string, listOnly: boolean): Conversion {
  // Most cells hold one.
  if (isIpv4(text)) return value(listOnly ? [text] : text)
  const addresses = text
    .split(/[,;|\s]+/)
    .filter((part) => part !== '')
    .map(bareAddress)
  const wrong = addresses.find((address) => !isIpv4(address) && !isIpv6(address))
  if (wrong !== undefined) {
    return problem(
      'not_an_address',
      `“${wrong}” is not an IP address (IPv4 has four parts of 0 to 255).`,
    )
  }
  const lower = addresses.map((address) => address.toLowerCase())
  return listOnly ? value([...new Set(lower)]) : oneOrMany(lower)
}

function convertMac(text: string): Conversion {
  const single = normaliseMac(text)
  if (single !== null) return value(single)
  const macs = splitList(text).map((part) => ({ part, mac: normaliseMac(part) }))
  const wrong = macs.find(({ mac }) => mac === null)
  if (wrong)
    return problem(
      'not_a_mac_address',
      `“${wrong.part}” is not a MAC address (12 hexadecimal digits).`,
    )
  return oneOrMany(macs.flatMap(({ mac }) => mac ?? []))
}

function convertEnum(attribute: CanonicalAttribute, text: string): Conversion {
  const folded = foldValue(text)
  const direct = vocabularyOf(attribute.name)?.get(folded)
  if (direct !== undefined) return value(direct)
  const allowed = attribute.enumValues ?? []
  const same = allowed.find((candidate) => foldValue(candidate) === folded)
  if (same !== undefined) return value(same)
  const family = attribute.name === 'os_family' ? osFamilyOf(text) : null
  if (family !== null) return value(family)
  const part = folded
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => vocabularyOf(attribute.name)?.get(word))
  const told = new Set(part.filter((candidate) => candidate !== undefined && candidate !== 'other'))
  const [only] = told
  if (told.size === 1 && only !== undefined) return value(only)
  if (allowed.includes('other')) return value('other')
  return problem('not_an_allowed_value', `“${text}” is none of ${allowed.join(', ')}.`)
}

function convertDate(
  attribute: CanonicalAttribute,
  text: string,
  options: ConversionOptions,
): Conversion {
  const kind = attribute.type === 'date' ? 'date' : 'datetime'
  const parsed = parseDate(text, kind, options.dateOrder ?? null)
  if (parsed.ok) return value(parsed.value)
  return parsed.problem === 'ambiguous_date'
    ? problem('ambiguous_date', `“${text}” may begin with the day or with the month.`)
    : problem('not_a_date', `“${text}” is not a date.`)
}

function convertName(attribute: CanonicalAttribute, text: string): Conversion {
  const name = text.replace(/\.$/, '')
  if (!/^[\p{L}\p{N}_]([\p{L}\p{N}._-]*[\p{L}\p{N}_])?\$?$/u.test(name) || name.length > 253) {
    return problem('not_a_host_name', `“${text}” is not a host name.`)
  }
  return value(attribute.type === 'fqdn' ? name.toLowerCase() : name)
}

function convertPorts(text: string): Conversion {
  const parts = text.split(/[,;|\s]+/).filter((part) => part !== '')
  const wrong = parts.find((part) => !/^\d{1,5}(?:-\d{1,5})?(?:\/\w+)?$/.test(part))
  if (wrong !== undefined) return problem('not_a_number', `“${wrong}” is not a port number.`)
  return value([...new Set(parts)])
}

function convertPlainText(attribute: CanonicalAttribute, text: string): Conversion {
  if (attribute.type === 'url' && !/^(?:[a-z][a-z0-9+.-]*:\/\/|git@|www\.)\S+$/i.test(text)) {
    return problem('not_a_url', `“${text}” is not a web address.`)
  }
  return value(text)
}

/**
 * A cell as a typed value of the canonical model: numbers in the attribute's unit, dates as ISO
 * text, enumerations by our words. An empty cell, or a placeholder where text is not allowed, is
 * null. Never throws; what cannot be read is a problem in words.
 */
export function convertValue(
  attributeName: string,
  raw: string,
  options: ConversionOptions = {},
): Conversion {
  const attribute = attributeByName(attributeName)
  if (!attribute) return problem('unknown_attribute', `There is no attribute “${attributeName}”.`)
  const text = raw.trim()
  if (text === '') return value(null)
  const isText =
    attribute.type === 'string' || attribute.type === 'text' || attribute.type === 'ref'
  if (isText) return value(text)
  const known =
    attribute.type === 'enum' ? vocabularyOf(attribute.name)?.get(foldValue(text)) : undefined
  if (known === undefined && isPlaceholder(text)) return value(null)
  switch (attribute.type) {
    case 'integer':
    case 'decimal':
      return convertQuantity(attribute, text, options)
    case 'boolean': {
      const told = parseBoolean(text)
      return told === null
        ? problem('not_a_boolean', `“${text}” is neither yes nor no.`)
        : value(told)
    }
    case 'date':
    case 'datetime':
      return convertDate(attribute, text, options)
    case 'enum':
      return convertEnum(attribute, text)
    case 'ip':
    case 'ip|list<ip>':
      return convertAddresses(text, false)
    case 'list<ip>':
      return convertAddresses(text, true)
    case 'mac':
      return convertMac(text)
    case 'uuid': {
      const uuid = normaliseUuid(text)
      return uuid === null ? problem('not_a_uuid', `“${text}” is not a UUID.`) : value(uuid)
    }
    case 'hostname':
    case 'fqdn':
      return convertName(attribute, text)
    case 'list<string>':
      return value(parseList(text))
    case 'list<int>':
      return convertPorts(text)
    default:
      return convertPlainText(attribute, text)
  }
}
