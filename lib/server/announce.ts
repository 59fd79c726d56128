import 'server-only'
import type { Tag } from '@/lib/base/tag'
import { readsOfCall } from './call-reads'

type Listener = (tags: readonly Tag[]) => void

/**
 * Makes what a change tells this process.
 * @param listeners hold something under the tags, each for itself
 * @param failed hears of a listener that does not take it, as the framework while it renders a page
 */
export function createAnnounce(
  listeners: readonly Listener[],
  failed: (error: unknown) => void,
): Listener {
  return (tags) => {
    // What the present call has read before its command may be what the command replaced.
    readsOfCall.getStore()?.forget()
    for (const listener of listeners) {
      try {
        listener(tags)
      } catch (error) {
        failed(error)
      }
    }
  }
}
