import { printItem } from './structured-field'
import type { NoValidator } from './validator'

/** What a read says of itself; times in milliseconds, `ttlSeconds` below 0 when it is past that. */
export interface ReadReport {
  path: string
  /** `join` waited for another's load, `bypass` went to the source without the cache. */
  outcome: 'hit' | 'stale' | 'miss' | 'join' | 'bypass'
  reason?: string
  ttlSeconds?: number
  milliseconds: number
}

/** The name of this cache in Cache-Status. */
const cacheName = 'Portolan'

type Forwarded = 'bypass' | 'miss' | 'stale'
/** The first of these that a read of the answer says, the answer says. */
const forwards: readonly Forwarded[] = ['bypass', 'miss', 'stale']

/** In the words of HTTP, what stood in the way; a read's path where nothing did. */
const details: Readonly<Record<string, string>> = {
  fence: 'fence',
  redis: 'breaker',
  off: 'off',
  uncached: 'uncached',
}

/**
 * How the reads behind an answer went, as one Cache-Status (RFC 9211, section 2): the farthest that
 * one of them had to go, and of a hit the shortest time that remains to a value. No key is named.
 * @returns null when nothing was read
 */
export function statusOfReads(reads: readonly ReadReport[]): string | null {
  if (reads.length === 0) return null
  for (const forwarded of forwards) {
    const read = reads.find((one) => forwardedBy(one) === forwarded)
    if (!read) continue
    const collapsed = read.outcome === 'join' || undefined
    return printItem(cacheName, { fwd: forwarded, collapsed, detail: detailOf(read) })
  }
  const lives = reads.flatMap(({ ttlSeconds }) => (ttlSeconds === undefined ? [] : [ttlSeconds]))
  const ttl = lives.length > 0 ? Math.floor(Math.min(...lives)) : undefined
  const [first] = reads
  return printItem(cacheName, { hit: true, ttl, detail: first && detailOf(first) })
}

/**
 * What is known before anything is read: whether the asker's copy is still the present one.
 * @param why there is no validator; undefined when there is one
 */
export function statusOfValidator(
  outcome: 'notModified' | 'changed' | 'unasked',
  why?: NoValidator,
): string {
  if (outcome === 'notModified') return printItem(cacheName, { hit: true, detail: 'validator' })
  if (why === undefined) {
    const fwd = outcome === 'changed' ? 'stale' : 'miss'
    return printItem(cacheName, { fwd, detail: 'validator' })
  }
  const detail = why === 'unreachable' ? 'breaker' : why
  return printItem(cacheName, { fwd: 'bypass', detail })
}

/** Of an answer that no validator decides on: the old path, or a route that has none. */
export function statusOfPath(detail: 'legacy' | 'unvalidated'): string {
  return printItem(cacheName, { fwd: 'bypass', detail })
}

/** A value that was found and is no longer valid had to be fetched because it was stale. */
function forwardedBy({ outcome, reason }: ReadReport): Forwarded | null {
  if (outcome === 'bypass') return 'bypass'
  if (outcome === 'join') return 'miss'
  if (outcome !== 'miss') return null
  return reason === 'expired' || reason === 'invalid' ? 'stale' : 'miss'
}

function detailOf({ outcome, reason, path }: ReadReport): string {
  return (outcome === 'bypass' && reason !== undefined && details[reason]) || path
}
