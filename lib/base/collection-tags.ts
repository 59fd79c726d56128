import { encodeTag, type Namespace, type Tag } from './tag'

/** What a read carries to hear of changes in a collection. */
export interface CollectionTags {
  /**
   * For a read of one row and of what hangs under it; told of that row's changes alone, and of
   * changes to so many rows that they were not named one by one.
   */
  row(id: string): readonly Tag[]
  /** For lists, counts and rows that may be absent: told of every change in the collection. */
  list(): readonly Tag[]
}

/** The last parts of a collection's own tags; those of its rows are ids. */
export const listPart = 'list'
export const bulkPart = 'bulk'

/**
 * The tags of a collection. Ids are UUIDs, and an address may spell one in capitals; PostgreSQL
 * writes small letters, and so do the triggers that announce changes.
 * @param kind and owner tell it from the other collections of its namespace
 */
export function collectionTags(
  namespace: Namespace,
  kind: string,
  ...owner: string[]
): CollectionTags {
  const tag = (last: string) => encodeTag(namespace, kind, ...owner, last)
  return { row: (id) => [tag(id.toLowerCase()), tag(bulkPart)], list: () => [tag(listPart)] }
}

/** What stands for any number of rows of a row's collection; null for a tag that names no row. */
export function bulkTagOf(tag: Tag): Tag | null {
  const end = tag.lastIndexOf(':') + 1
  const last = tag.slice(end)
  if (end === 0 || last === listPart || last === bulkPart) return null
  return `${tag.slice(0, end)}${bulkPart}` as Tag
}
