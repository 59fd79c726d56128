import { createHmac } from 'node:crypto'
import type { Tag } from '@/lib/base/tag'
import type { EntityTag } from './entity-tag'

/** What of the asking person a representation may depend on. */
export interface ValidatorScope {
  /** Null of somebody who is not signed in; so are role and session. */
  userId: string | null
  role: string | null
  sessionVersion: number | null
  locale: string
  /** Stands for the values of all flags that this request obeys. */
  flagDigest: string
}

/** What is asked for. */
export interface ValidatedRequest {
  /** Path and query. */
  address: string
  /** The name of the form that is asked for, such as a document or data. */
  representation: string
  scope: ValidatorScope
  /** Every fact that the answer may depend on. */
  tags: readonly Tag[]
}

/**
 * Why there is no validator: a fact is being changed, a fact was never seen, the versions were not
 * to be had, nobody says what the answer depends on, or the cache is not to be asked.
 */
export type NoValidator = 'fence' | 'unseen' | 'unreachable' | 'unknown' | 'off'

export type Validator = { etag: EntityTag } | { etag: null; why: NoValidator }

export interface ValidatorSettings {
  /** Secret of this site; the same on each of its processes. */
  key: Uint8Array
  buildId: string
  /** Whether a version may be relied on: it is there and nobody is changing the fact. */
  isSettled(version: string | null): version is string
}

/** In characters of six bits: 132 bits of the code. */
const length = 22

/**
 * Makes validators of representations from what they depend on, before they are rendered. It is
 * weak: equal tags promise the same meaning, not the same bytes. A code with a key (RFC 2104) tells
 * nobody a version or an id, and cannot be guessed by somebody whom the answer was never given to.
 */
export function createValidators({ key, buildId, isSettled }: ValidatorSettings) {
  /**
   * @param versions of the request's tags, in their order, read before the answer is begun; null
   *   when they were not to be had in time
   * @throws RangeError when there are not as many versions as tags
   */
  return (request: ValidatedRequest, versions: readonly (string | null)[] | null): Validator => {
    const { address, representation, scope, tags } = request
    if (tags.length === 0) return { etag: null, why: 'unknown' }
    if (versions === null) return { etag: null, why: 'unreachable' }
    if (versions.length !== tags.length) {
      throw new RangeError(`${tags.length} tags have ${versions.length} versions.`)
    }
    if (versions.includes(null)) return { etag: null, why: 'unseen' }
    if (!versions.every(isSettled)) return { etag: null, why: 'fence' }
    const { userId, role, sessionVersion, locale, flagDigest } = scope
    const person = [userId, role, sessionVersion, locale, flagDigest]
    // JSON keeps every list of parts apart from every other.
    const text = JSON.stringify([buildId, address, representation, person, tags, versions])
    const code = createHmac('sha256', key).update(text).digest('base64url')
    return { etag: { weak: true, opaque: code.slice(0, length) } }
  }
}
