import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache'

/** Pages without facts: as the build made them, so that a process may keep its own. */
export interface PlainPages {
  get(key: string): CacheHandlerValue | null
  set(key: string, page: CacheHandlerValue): void
}

/** There are a handful; more would be addresses that somebody made up. */
const most = 50

export function createPlainPages(): PlainPages {
  const pages = new Map<string, CacheHandlerValue>()
  return {
    get: (key) => pages.get(key) ?? null,
    set(key, page) {
      const { value } = page
      // An address that is not there has a page of its own, and there is no end of such addresses.
      const found = value && (!('status' in value) || (value.status ?? 200) === 200)
      if (found && (pages.has(key) || pages.size < most)) pages.set(key, page)
    },
  }
}
