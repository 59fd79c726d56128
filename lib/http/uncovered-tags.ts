import { listPart } from '@/lib/base/collection-tags'
import type { Tag } from '@/lib/base/tag'

/**
 * The facts that an answer's reads used and its route's policy does not name: with one of them the
 * answer would be taken for unchanged for ever. The list of a collection hears of every change in
 * it, so it stands for the collection's rows.
 */
export function uncoveredTags(named: readonly Tag[], used: readonly Tag[]): Tag[] {
  const known = new Set<string>(named)
  return used.filter((tag) => !known.has(tag) && !known.has(listOf(tag)))
}

function listOf(tag: Tag): string {
  const end = tag.lastIndexOf(':') + 1
  return end === 0 ? tag : `${tag.slice(0, end)}${listPart}`
}
