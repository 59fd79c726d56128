import 'server-only'
import { revalidateTag } from 'next/cache'
import type { Tag } from '@/lib/base/tag'
import { keptPages } from './kept-pages'

const carried = new Set<Tag>([...keptPages.values()].flat())

/**
 * Tells Next of changed facts that public pages show. Where several processes serve by themselves
 * our page cache has been told already, by the change's own bump; where the host keeps the pages
 * this is what makes it forget them.
 * @throws where Next does not take it: outside of a request, and while a page is rendered
 */
export function announceToPages(tags: readonly Tag[]): void {
  for (const tag of tags) if (carried.has(tag)) revalidateTag(tag, { expire: 0 })
}
