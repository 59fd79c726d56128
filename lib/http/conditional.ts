import {
  type EntityTag,
  type ListedTags,
  matchesStrongly,
  matchesWeakly,
  parseListedTags,
} from './entity-tag'

/** What is known of an address's representation before its handler runs. */
export interface CurrentState {
  existence: 'present' | 'absent' | 'unknown'
  /** Of the representation that would be answered with; null when it is not known. */
  etag: EntityTag | null
}

export type Decision = 'proceed' | 'notModified' | 'preconditionFailed'

const readingMethods = ['GET', 'HEAD']
const writingMethods = ['POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Decides on a request's conditions in the order of RFC 9110, section 13.2.2. To be asked after all
 * that would refuse the request without them (section 13.2.1).
 *
 * In doubt a reader gets the answer and a writer is refused. Nothing here has a modification date,
 * so If-Modified-Since and If-Unmodified-Since are ignored (sections 13.1.3 and 13.1.4), alone and
 * beside entity tags. Methods that neither read nor write a representation have no conditions.
 */
export function decideConditions(
  method: string,
  headers: Headers,
  current: CurrentState,
): Decision {
  const ifMatch = headers.get('if-match')
  const ifNoneMatch = headers.get('if-none-match')
  if (readingMethods.includes(method)) return decideReading(ifMatch, ifNoneMatch, current)
  if (!writingMethods.includes(method)) return 'proceed'
  if (ifMatch !== null && !isSureToMatch(parseListedTags(ifMatch), current)) {
    return 'preconditionFailed'
  }
  if (ifNoneMatch !== null && !isSureNotToMatch(parseListedTags(ifNoneMatch), current)) {
    return 'preconditionFailed'
  }
  return 'proceed'
}

function decideReading(
  ifMatch: string | null,
  ifNoneMatch: string | null,
  { existence, etag }: CurrentState,
): Decision {
  if (existence !== 'present' || etag === null) return 'proceed'
  if (ifMatch !== null && !isSureToMatch(parseListedTags(ifMatch), { existence, etag })) {
    return 'preconditionFailed'
  }
  if (ifNoneMatch === null) return 'proceed'
  const listed = parseListedTags(ifNoneMatch)
  if (listed === null) return 'proceed'
  const known = listed === '*' || listed.some((tag) => matchesWeakly(tag, etag))
  return known ? 'notModified' : 'proceed'
}

/** If-Match compares strongly: a weak validator guards no write. */
function isSureToMatch(listed: ListedTags | null, { existence, etag }: CurrentState): boolean {
  if (listed === null || existence !== 'present') return false
  if (listed === '*') return true
  return etag !== null && listed.some((tag) => matchesStrongly(tag, etag))
}

function isSureNotToMatch(listed: ListedTags | null, { existence, etag }: CurrentState): boolean {
  if (listed === null) return false
  if (existence === 'absent' || listed.length === 0) return true
  if (listed === '*' || existence === 'unknown' || etag === null) return false
  return !listed.some((tag) => matchesWeakly(tag, etag))
}
