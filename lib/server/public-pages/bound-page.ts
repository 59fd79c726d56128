import { globalNamespace, type Tag } from '@/lib/base/tag'
import type { EntryPlace } from '@/lib/cache/codec'
import { type Keys, withNamespaceTags } from '@/lib/cache/keys'

/** The facts of each page that has some, by its path. */
export type FactsOfPages = ReadonlyMap<string, readonly Tag[]>

/** A page that shows facts: where it stands, and what decides on it. */
export interface BoundPage {
  name: string
  place: EntryPlace
  leaseKey: string
  tags: readonly Tag[]
}

/**
 * @param key Next's own, which tells apart all forms that it keeps of a page
 * @param build names the deploy, whose pages fit its own scripts only
 * @returns null for a page without facts
 */
export function bindPage(
  keys: Keys,
  facts: FactsOfPages,
  key: string,
  build: string,
): BoundPage | null {
  const path = pathOf(key)
  const tags = facts.get(path)
  if (!tags) return null
  const name = `page ${path}`
  const entry = { namespace: globalNamespace, read: name, schemaHash: build, input: key }
  const entryKey = keys.entry(entry)
  return {
    name,
    place: { namespace: globalNamespace, entryKey },
    leaseKey: keys.lease(entryKey),
    tags: withNamespaceTags(globalNamespace, tags),
  }
}

/** Next's key is `/route-cache/KIND/HASH/$/PATH`; only its last part tells which page it is. */
function pathOf(key: string): string {
  const mark = key.indexOf('/$/')
  return mark < 0 ? key : key.slice(mark + 2)
}
