import { isLaterEvent } from '@/lib/base/event-order'
import { anything, type Concerns, concernsOf } from './concerns'
import type { HeardChange } from './recent-changes'
import { runOf, streamOf } from './wire'

/** What the server says of a page that it rendered. */
export interface ShownPage {
  /** Of this rendering. */
  id: string
  /** The tags of its reads, by their names; null where nobody knows them. */
  reads: Readonly<Record<string, readonly string[]>> | null
  /** Changes that it holds already, among those of which this browser may hear. */
  changes: readonly string[]
  /** Whether the page that was there is shown anew after its own action; its reads are the same. */
  afterAction: boolean
}

/** Changes of one's own that a page after the next may still hear of. */
const mostKept = 100

/** The page as it is known after it was shown anew. */
export function nextPage(before: ShownPage | null, page: ShownPage): ShownPage {
  if (!page.afterAction) return page
  return {
    ...page,
    reads: page.reads ?? before?.reads ?? null,
    changes: [...(before?.changes ?? []), ...page.changes].slice(-mostKept),
  }
}

/**
 * The changes that a page does not hold. It was rendered after those that it names, and so after
 * all that stand before one of them in the same stream.
 */
export function missingFrom(page: ShownPage, changes: readonly HeardChange[]): HeardChange[] {
  const held = changes.filter((change) => page.changes.includes(runOf(change)))
  return changes.filter((change) => !held.some((other) => isNotBefore(other, change)))
}

/**
 * Whether a change is another one, or stands behind it in the same stream. An engine that took over
 * may count from an earlier number, and what it tells is heard later.
 */
function isNotBefore(one: HeardChange, other: HeardChange): boolean {
  if (streamOf(one) !== streamOf(other) || one.at < other.at) return false
  return !isLaterEvent(other.name, one.name)
}

/** What concerns the page itself, and not one of the reads that its parts look after. */
export function concernsOfPage({ reads }: ShownPage, lookedAfter: ReadonlySet<string>): Concerns {
  if (reads === null) return anything
  const own = Object.entries(reads).filter(([name]) => !lookedAfter.has(name))
  return concernsOf(own.flatMap(([, tags]) => tags))
}
