import { listPart } from '@/lib/base/collection-tags'
import type { Tag } from '@/lib/base/tag'

/** A read of an answer. */
export interface TaggedRead {
  read: string
  /** None of a read that hears of no change. */
  tags: readonly Tag[]
}

/**
 * The reads of an answer that its route's policy does not cover: one of their facts is not named, or
 * nobody says what they depend on. The answer would be taken for unchanged for ever. The list of a
 * collection hears of every change in it, so it stands for the collection's rows.
 * @param named the tags of the policy
 * @returns each such read with the tags that are missing
 */
export function uncoveredReads(named: readonly Tag[], reads: readonly TaggedRead[]): TaggedRead[] {
  const known = new Set<string>(named)
  return reads.flatMap(({ read, tags }) => {
    const missing = tags.filter((tag) => !known.has(tag) && !known.has(listOf(tag)))
    return missing.length > 0 || tags.length === 0 ? [{ read, tags: missing }] : []
  })
}

/** A namespace's own tag has no list: what is made of it is no tag at all. */
function listOf(tag: Tag): string {
  return tag.slice(0, tag.lastIndexOf(':') + 1) + listPart
}
