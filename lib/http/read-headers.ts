import { type ReadReport, statusOfReads } from './cache-status'

/**
 * What the reads of an answer cost, for the headers of a handler's answer.
 * @returns `Cache-Status`; `X-Cache-Hits`, the values that were there; `X-Cache-Misses`, those that
 *   somebody had to load, whoever did; and `Server-Timing` (W3C Server Timing, section 2): the sums
 *   of the reads' times with and without the cache, which run side by side
 */
export function readHeaders(reads: readonly ReadReport[]): Record<string, string> {
  const status = statusOfReads(reads)
  if (status === null) return {}
  const count = (...outcomes: ReadReport['outcome'][]) =>
    reads.filter(({ outcome }) => outcomes.includes(outcome)).length
  return {
    'Cache-Status': status,
    'X-Cache-Hits': String(count('hit', 'stale')),
    'X-Cache-Misses': String(count('miss', 'join')),
    'Server-Timing': [
      metric('cache', reads.filter(isCached)),
      metric(
        'db',
        reads.filter((read) => !isCached(read)),
      ),
    ].join(', '),
  }
}

function isCached({ outcome }: ReadReport): boolean {
  return outcome !== 'miss' && outcome !== 'bypass'
}

function metric(name: string, reads: readonly ReadReport[]): string {
  const total = reads.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return `${name};dur=${total.toFixed(1)};desc="${reads.length} reads"`
}
