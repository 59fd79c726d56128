import 'server-only'
import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { namespaceOf, namespaceTag, type Tag } from '@/lib/base/tag'
import { keptPages } from './kept-pages'

const carried = [...new Set<Tag>([...keptPages.values()].flat())]

/**
 * Tells Next of changed facts that public pages show. Where several processes serve by themselves
 * our page cache has been told already, by the change's own bump; where the host keeps the pages
 * this is what makes it forget them. A namespace is announced as a whole where too much changed to be
 * named; Next has no tag for that, and is told of all of its facts that pages show.
 */
export function announceToPages(tags: readonly Tag[]): void {
  const changed = new Set(tags)
  const shown = carried.filter(
    (tag) => changed.has(tag) || changed.has(namespaceTag(namespaceOf(tag))),
  )
  if (shown.length === 0) return
  try {
    tell(shown)
  } catch {
    tellAfterwards(shown)
  }
}

function tell(tags: readonly Tag[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
}

/** While a page is rendered Next takes no such word, but it does once the answer was sent. */
function tellAfterwards(tags: readonly Tag[]): void {
  try {
    after(() => tell(tags))
  } catch {
    // Outside of a request works only a process that serves by itself, and its pages know.
  }
}
