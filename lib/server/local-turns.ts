import 'server-only'
import type { Clock } from '@/lib/base/clock'

/** Of how many people the turns are remembered before those are forgotten who have all of theirs. */
const remembered = 1_000

/**
 * A limit that this process counts for itself, for what costs less than writing it down would.
 * Generic cell rate algorithm (ITU-T I.371).
 * @returns whether there was a turn left for somebody
 */
export function createLocalTurns(
  { times, seconds }: { times: number; seconds: number },
  clock: Clock,
): (who: string) => boolean {
  const freeAt = new Map<string, number>()
  const share = (seconds * 1000) / times
  return (who) => {
    const now = clock.now().getTime()
    if (freeAt.size > remembered) {
      for (const [one, free] of freeAt) if (free <= now) freeAt.delete(one)
    }
    const free = Math.max(freeAt.get(who) ?? 0, now) + share
    if (free > now + seconds * 1000) return false
    freeAt.set(who, free)
    return true
  }
}
