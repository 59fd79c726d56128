import type { CanonicalValue } from '../schema'
import { isIpv4 } from '../values/addresses'
import { osFamilyOf } from '../values/operating-systems'

type Values = Readonly<Record<string, CanonicalValue | undefined>>

/** A value that follows from others, and in words from what. */
export interface DerivedValue {
  attribute: string
  value: Exclude<CanonicalValue, null>
  reason: string
}

function text(values: Values, attribute: string): string | null {
  const value = Object.hasOwn(values, attribute) ? values[attribute] : null
  return typeof value === 'string' && value !== '' ? value : null
}

function number(values: Values, attribute: string): number | null {
  const value = Object.hasOwn(values, attribute) ? values[attribute] : null
  return typeof value === 'number' ? value : null
}

function family(values: Values): DerivedValue[] {
  const name = text(values, 'os_name')
  const found = name === null ? null : osFamilyOf(name)
  return found === null
    ? []
    : [{ attribute: 'os_family', value: found, reason: `The operating system is “${name}”.` }]
}

function namesOfDomain(values: Values): DerivedValue[] {
  const fqdn = text(values, 'fqdn')
  if (fqdn === null || isIpv4(fqdn)) return []
  const [host = '', ...domain] = fqdn.split('.')
  if (host === '' || domain.length === 0) return []
  const reason = `The full name is “${fqdn}”.`
  return [
    { attribute: 'hostname', value: host, reason },
    { attribute: 'dns_domain', value: domain.join('.'), reason },
  ]
}

function displayName(values: Values): DerivedValue[] {
  for (const attribute of ['hostname', 'fqdn', 'application_name', 'db_instance']) {
    const found = text(values, attribute)
    if (found === null) continue
    const value = attribute === 'fqdn' && !isIpv4(found) ? (found.split('.')[0] ?? found) : found
    const reason = `There is no name, so the ${attribute.replace('_', ' ')} stands for it.`
    return [{ attribute: 'name', value, reason }]
  }
  return []
}

function processors(values: Values): DerivedValue[] {
  const sockets = number(values, 'cpu_sockets')
  const perSocket = number(values, 'cores_per_socket')
  const cores = number(values, 'cpu_cores')
  if (cores === null && sockets !== null && perSocket !== null) {
    const value = sockets * perSocket
    const reason = `${sockets} processors with ${perSocket} cores each.`
    return [
      { attribute: 'cpu_cores', value, reason },
      { attribute: 'cpu_count', value, reason },
    ]
  }
  return cores === null ? [] : [{ attribute: 'cpu_count', value: cores, reason: `${cores} cores.` }]
}

/**
 * What follows from an asset's values and is missing among them: the family of the operating
 * system, host and domain of a full name, a name, processors of sockets and cores. A reported value
 * is never replaced.
 */
export function deriveAttributes(values: Values): DerivedValue[] {
  const derived = [
    ...family(values),
    ...namesOfDomain(values),
    ...displayName(values),
    ...processors(values),
  ]
  return derived.filter(({ attribute }) => {
    const reported = Object.hasOwn(values, attribute) ? values[attribute] : null
    return reported === null || reported === undefined || reported === ''
  })
}
