import { isPlaceholder } from '@/lib/domain/mapping/convert/placeholders'
import type { CanonicalAttribute } from '@/lib/domain/mapping/schema'
import { bareAddress, isIpv4, isIpv6 } from '@/lib/domain/mapping/values/addresses'
import { type CleansingRule, type Finding, propose, type Subject } from './rule'

const isAddressAttribute = ({ type }: CanonicalAttribute) =>
  type === 'ip' || type === 'ip|list<ip>' || type === 'list<ip>'

export const malformedAddress: CleansingRule = {
  id: 'malformed_address',
  title: 'Malformed addresses',
  description: 'Addresses that no machine can have, such as 10.1.2.3.4 or 10.1.2.300.',
  appliesTo: isAddressAttribute,
  examine: (subject) => examineEach(subject, faultOf, repair),
}

export const unusableAddress: CleansingRule = {
  id: 'unusable_address',
  title: 'Addresses that say nothing',
  description: 'Addresses that every machine has or gives itself: 127.0.0.1, 169.254.x.x, 0.0.0.0.',
  appliesTo: isAddressAttribute,
  examine: (subject) => examineEach(subject, emptinessOf, () => null),
}

/** Examines each address of a cell; the fix keeps the sound ones. */
function examineEach(
  subject: Subject,
  fault: (address: string) => string | null,
  repaired: (address: string) => string | null,
): Finding | null {
  // Most cells hold one sound address.
  if (isIpv4(subject.raw) && fault(subject.raw) === null) return null
  const addresses = subject.raw.split(/[,;|\s]+/).filter((part) => !isPlaceholder(part))
  const faults: string[] = []
  const kept = addresses.flatMap((written) => {
    const address = bareAddress(written)
    const reason = fault(address)
    if (reason === null) return [address]
    faults.push(`${address} ${reason}`)
    return repaired(address) ?? []
  })
  if (faults.length === 0) return null
  const proposed = kept.length > 1 ? kept : (kept[0] ?? null)
  return propose(subject, proposed, `${faults.join('; ')}.`)
}

function faultOf(address: string): string | null {
  if (isIpv4(address) || isIpv6(address)) return null
  if (!/^[\d.]+$/.test(address)) return 'is not an IP address'
  const parts = address.split('.')
  if (parts.length !== 4) {
    const counted = parts.length === 1 ? '1 part' : `${parts.length} parts`
    return `has ${counted}, an IPv4 address has four`
  }
  const wrong = parts.find((part) => part === '' || Number(part) > 255)
  return wrong ? `has a part ${wrong}, the highest is 255` : 'is not an IP address'
}

/** A dot too many at an end, or zeros too many before a part, leave no doubt what was meant. */
function repair(address: string): string | null {
  const parts = address.replace(/^\.+|\.+$/g, '').split('.')
  const plain = parts.map((part) => part.replace(/^0+(?=\d)/, '')).join('.')
  return isIpv4(plain) ? plain : null
}

function emptinessOf(address: string): string | null {
  if (/^0\./.test(address) || address === '::') return 'means that there is no address'
  if (/^127\./.test(address) || address === '::1') return 'is every machine’s own loopback'
  if (/^169\.254\./.test(address)) return 'is what a machine gives itself when nobody answers'
  if (/^fe80:/i.test(address)) return 'is only valid on its own link'
  return address === '255.255.255.255' ? 'is the broadcast address' : null
}
