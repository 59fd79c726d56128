import { createHash } from 'node:crypto'
import type { Answer } from './answer'
import type { BoundRead } from './bound-read'
import type { Report, ShadowVerdict } from './events'
import { canonicalJson } from './keys'
import type { LegacyPath } from './legacy-path'
import type { ReadByPath, RedisPath } from './redis-path'

export interface ShadowSettings {
  legacy: LegacyPath
  redis: RedisPath
  /** Which share of the reads is compared, from 0 to 1. */
  share(): number
  /** From 0 to 1. */
  random(): number
  background(work: Promise<unknown>): void
  report: Report
}

/**
 * Serves what the path `legacy` answers. Of a sample it reads the same by the path `redis`, behind
 * the reader's back, and where the two differ it asks the source which of them was right.
 */
export function createShadowPath(settings: ShadowSettings): ReadByPath {
  const { legacy, redis, share, random, background, report } = settings

  async function compare(read: BoundRead, served: Answer): Promise<void> {
    try {
      // A request of its own: the reader's budget is not spent on this.
      const other = await redis.forRequest().read(read)
      // What came from the source, or is old by choice, says nothing about the path.
      if (other.outcome === 'bypass' || other.outcome === 'stale') return
      const verdict = await judgeBoth(legacy, read, served, other)
      report({ kind: 'shadow', read: read.name, verdict })
    } catch (error) {
      report({ kind: 'shadowFailed', read: read.name, error })
    }
  }

  return async (read) => {
    const answer = await legacy.read(read)
    if (random() < share()) background(compare(read, answer))
    return answer
  }
}

async function judgeBoth(
  legacy: LegacyPath,
  read: BoundRead,
  served: Answer,
  other: Answer,
): Promise<ShadowVerdict> {
  const [old, shared] = [digest(served.value), digest(other.value)]
  if (old === shared) return 'equal'
  const now = digest(await read.load())
  if (now === old) return 'redis'
  // A write since the answer was given would look the same, but it dropped the value here, or has
  // not been heard of: then this path goes on to answer what is no longer true.
  return now === shared && legacy.holds(read.place.entryKey, served.value) ? 'legacy' : 'moved'
}

/** Of the value as JSON would bring it back, because that is what the path `redis` answers. */
function digest(value: unknown): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(value) ?? 'null'))
  return createHash('sha256').update(text).digest('base64')
}
