import 'server-only'
import { keptPages } from './kept-pages'
import { createPageCache, type PageCache, type PageCacheSettings } from './page-cache'

// The same symbol stands in next-cache-handler.mjs, which Next loads outside the site's bundles.
const registered = Symbol.for('portolan.page-cache')
const holder = globalThis as typeof globalThis & { [registered]?: PageCache }

/** Makes the page cache of this process and lets Next find it; before the first request. */
export function registerPageCache(settings: Omit<PageCacheSettings, 'pages'>): void {
  holder[registered] = createPageCache({ ...settings, pages: keptPages })
}
