import type { SeenVersion } from '@/lib/base/seen-version'
import { parseListedTags } from './entity-tag'

/**
 * The versions that an If-Match names. It compares strongly (RFC 9110, section 13.1.1): a weak tag
 * names none, and what is malformed names none either, so that the edit is refused.
 */
export function seenVersionOf(ifMatch: string): SeenVersion {
  const listed = parseListedTags(ifMatch)
  if (listed === '*') return '*'
  return (listed ?? []).flatMap(({ weak, opaque }) =>
    !weak && /^\d{1,10}$/.test(opaque) ? [Number(opaque)] : [],
  )
}
