import { bulkTagOf } from '@/lib/base/collection-tags'
import { namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'
import { mostTags } from '@/lib/cache/tag-limit'

/**
 * The same facts in few enough tags for one script: collections with many named rows announce
 * `bulk` instead, the largest first; where even that is too much, whole namespaces are announced.
 * @returns each tag once
 */
export function collapseTags(tags: readonly Tag[]): Tag[] {
  const collapsed = new Set(tags)
  if (collapsed.size <= mostTags) return [...collapsed]
  for (const [bulk, rows] of largestFirst(collapsed)) {
    for (const row of rows) collapsed.delete(row)
    collapsed.add(bulk)
    if (collapsed.size <= mostTags) return [...collapsed]
  }
  return [...new Set(tags.map((tag) => namespaceTag(namespaceOf(tag))))]
}

/** The named rows of each collection under its `bulk` tag. */
function largestFirst(tags: ReadonlySet<Tag>): [Tag, Tag[]][] {
  const collections = new Map<Tag, Tag[]>()
  for (const tag of tags) {
    const bulk = bulkTagOf(tag)
    if (bulk === null) continue
    const rows = collections.get(bulk)
    if (rows) rows.push(tag)
    else collections.set(bulk, [tag])
  }
  return [...collections].sort(([, a], [, b]) => b.length - a.length)
}
