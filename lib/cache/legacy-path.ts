import type { Tag } from '@/lib/base/tag'
import type { Answer } from './answer'
import type { BoundRead } from './bound-read'
import type { Timer } from './timer'

/**
 * The cache of the old system, as it was: a map per process, a life per read, no sharing of loads
 * under way, and no word to other processes when something changes. It is the baseline and the way
 * back; it is not improved. It promises its life and nothing else.
 */
export interface LegacyPath {
  read(read: BoundRead): Promise<Answer>
  /** Drops what is held under any of the tags. */
  announced(tags: readonly Tag[]): void
  /** Whether it would answer this value still. */
  holds(entryKey: string, value: unknown): boolean
}

interface Held {
  value: unknown
  tags: readonly Tag[]
  loadedAt: number
  freshUntil: number
}

/** More entries than that push out the oldest. */
const mostHeld = 5000

export function createLegacyPath(timer: Timer): LegacyPath {
  const held = new Map<string, Held>()

  function find(entryKey: string): Held | null {
    const entry = held.get(entryKey)
    return entry && timer.now() < entry.freshUntil ? entry : null
  }

  function keep(entryKey: string, entry: Held): void {
    // Taken out first, so that the order of the map is the order of age.
    held.delete(entryKey)
    held.set(entryKey, entry)
    const [oldest] = held.keys()
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
  }

  return {
    async read({ place, tags, legacyLife, load }) {
      const known = find(place.entryKey)
      if (known) {
        const { value, loadedAt, freshUntil } = known
        return { value, outcome: 'hit', loadedAt, freshUntil }
      }
      const value = await load()
      const loadedAt = timer.now()
      const entry = { value, tags, loadedAt, freshUntil: loadedAt + legacyLife }
      keep(place.entryKey, entry)
      return { value, outcome: 'miss', reason: 'absent', loadedAt, freshUntil: entry.freshUntil }
    },
    announced(tags) {
      const changed = new Set(tags)
      for (const [entryKey, entry] of held) {
        if (entry.tags.some((tag) => changed.has(tag))) held.delete(entryKey)
      }
    },
    holds: (entryKey, value) => find(entryKey)?.value === value,
  }
}
