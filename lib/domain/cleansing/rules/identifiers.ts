import { isPlaceholderId, isSharedMacAddress } from '@/lib/domain/inventory/placeholders'
import { isPlaceholder } from '@/lib/domain/mapping/convert/placeholders'
import { normaliseMac, normaliseUuid, splitList } from '@/lib/domain/mapping/values/addresses'
import { type CleansingRule, propose } from './rule'

export const malformedIdentifier: CleansingRule = {
  id: 'malformed_identifier',
  title: 'Malformed identifiers',
  description: 'MAC addresses and UUIDs that are too short, too long or made up.',
  appliesTo: ({ type }) => type === 'mac' || type === 'uuid',
  examine(subject) {
    const { attribute, raw, value } = subject
    const isMac = attribute.type === 'mac'
    const isNobodys = isMac ? isSharedMacAddress : isPlaceholderId
    // Most cells hold one sound identifier.
    if (typeof value === 'string' && !isNobodys(value)) return null
    const normalise = isMac ? normaliseMac : normaliseUuid
    const faults: string[] = []
    const kept = (isMac ? splitList(raw) : [raw.trim()]).flatMap((written) => {
      if (isPlaceholder(written)) return []
      const identifier = normalise(written)
      if (identifier !== null && !isNobodys(identifier)) return identifier
      faults.push(
        `${written} ${identifier === null ? shapeOf(isMac) : 'belongs to no single machine'}`,
      )
      return []
    })
    if (faults.length === 0) return null
    return propose(subject, kept.length > 1 ? kept : (kept[0] ?? null), `${faults.join('; ')}.`)
  },
}

function shapeOf(isMac: boolean): string {
  return isMac
    ? 'is not a MAC address, which has 12 hexadecimal digits'
    : 'is not a UUID, which has 32 hexadecimal digits'
}
