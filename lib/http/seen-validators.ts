import { type EntityTag, printEntityTag } from './entity-tag'

/** The validators under which something was answered with success. */
export interface SeenValidators {
  /** Called after a page or a handler has found what it was asked for. */
  note(etag: EntityTag): void
  has(etag: EntityTag): boolean
}

/**
 * Remembers, in one process, the newest validators whose thing was there. A validator is made before
 * the page runs and cannot know; one that this process has not answered with is answered in full.
 * @param most how many are remembered
 */
export function createSeenValidators(most: number): SeenValidators {
  const seen = new Set<string>()
  return {
    note(etag) {
      const text = printEntityTag(etag)
      seen.delete(text)
      seen.add(text)
      const [oldest] = seen
      if (seen.size > most && oldest !== undefined) seen.delete(oldest)
    },
    has: (etag) => seen.has(printEntityTag(etag)),
  }
}
