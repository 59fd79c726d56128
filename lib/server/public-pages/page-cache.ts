import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache'
import type { Tag } from '@/lib/base/tag'
import { globalNamespace } from '@/lib/base/tag'
import { createBreaker } from '@/lib/cache/breaker'
import { createBudget } from '@/lib/cache/budget'
import type { Codec, EntryPlace } from '@/lib/cache/codec'
import type { Report } from '@/lib/cache/events'
import { judge } from '@/lib/cache/judge'
import { type Keys, withNamespaceTags } from '@/lib/cache/keys'
import { areSettled, looksExpired } from '@/lib/cache/protocol'
import { createRequestStore } from '@/lib/cache/request-store'
import { longestEntryLife, type Store } from '@/lib/cache/store'
import { type Timer, withDeadline } from '@/lib/cache/timer'
import {
  type CacheControl,
  isAppPage,
  packPage,
  type Rendered,
  tagsOfPage,
  unpackPage,
} from './kept-page'

/** The pages of one request. Neither call fails: a page that cannot be had is rendered. */
export interface RequestPages {
  get(key: string): Promise<CacheHandlerValue | null>
  set(key: string, page: Rendered | null, cacheControl: CacheControl): Promise<void>
}

export interface PageCache {
  /** @param build names the deploy, whose pages fit its own scripts only */
  forRequest(build: string): RequestPages
}

export interface PageCacheSettings {
  /** The facts of each page that has some, by its path. */
  pages: ReadonlyMap<string, readonly Tag[]>
  store: Store
  codec: Codec
  keys: Keys
  timer: Timer
  /** From 0 to 1. */
  random(): number
  report: Report
  background(work: Promise<unknown>): void
  /** Tells Redis what it missed; called before it is trusted again. */
  drain(): Promise<void>
  /** Milliseconds that a page may wait for Redis. */
  readBudget: number
}

/** A page with the facts that decide on it. */
interface BoundPage {
  name: string
  place: EntryPlace
  leaseKey: string
  tags: readonly Tag[]
}

/** Pages without facts are as the build made them, so a process keeps its own; this many at most. */
const mostPlainPages = 50

/**
 * Next's pages, kept by the cache's own protocol: the versions of a page's facts are captured
 * before it is rendered, so that a page of an earlier state is never valid.
 */
export function createPageCache(settings: PageCacheSettings): PageCache {
  const { store, timer, random, report, background, codec, keys } = settings
  const plain = new Map<string, CacheHandlerValue>()
  const breaker = createBreaker({
    timer,
    random,
    background,
    changed: (state) => report({ kind: 'breaker', state }),
    async recover() {
      await withDeadline(timer, settings.readBudget, () => store.ping())
      await settings.drain()
    },
  })

  function bind(key: string, build: string): BoundPage | null {
    const path = pathOf(key)
    const tags = settings.pages.get(path)
    if (!tags) return null
    const name = `page ${path}`
    const entry = { namespace: globalNamespace, read: name, schemaHash: build, input: key }
    return {
      name,
      place: { namespace: globalNamespace, entryKey: keys.entry(entry) },
      leaseKey: keys.lease(entry),
      tags: withNamespaceTags(globalNamespace, tags),
    }
  }

  return {
    forRequest(build) {
      const budget = createBudget(timer, settings.readBudget)
      const redis = createRequestStore({ store, breaker, budget, timer, report })
      const captured = new Map<string, readonly string[]>()

      /** The versions under which the coming page may be kept. Those of an earlier look are safe. */
      async function capture(key: string, page: BoundPage): Promise<void> {
        if (captured.has(key)) return
        const lease = await redis.ask('lease', ({ lease }) => lease(page.leaseKey, page.tags))
        if (lease && areSettled(lease.values)) captured.set(key, lease.values)
      }

      async function find(key: string, page: BoundPage): Promise<CacheHandlerValue | null> {
        const { entryKey } = page.place
        const seen = await redis.look({ entryKey, tags: page.tags })
        if (!seen) return null
        const verdict = judge(codec, page.place, seen, timer.now())
        if (verdict.kind === 'fresh') {
          report({ kind: 'hit', read: page.name, stale: false })
          return unpackPage(verdict.value)
        }
        if (verdict.kind === 'fenced') {
          report({ kind: 'bypass', read: page.name, reason: 'fence' })
          if (seen.values.some((value) => looksExpired(value, timer.now()))) {
            background(redis.ask('tidy', ({ tidy }) => tidy(page.tags)))
          }
          return null
        }
        const reason = verdict.kind === 'old' ? 'expired' : verdict.reason
        report({ kind: 'miss', read: page.name, reason })
        await capture(key, page)
        return null
      }

      async function keep(
        page: BoundPage,
        versions: readonly string[],
        rendered: Rendered,
        cacheControl: CacheControl,
      ): Promise<void> {
        const { place, leaseKey, name } = page
        const now = Math.round(timer.now())
        const known = new Set<string>(page.tags)
        const packed =
          isAppPage(rendered) && tagsOfPage(rendered).every((tag) => known.has(tag))
            ? packPage(rendered, cacheControl, now)
            : null
        const expiry = now + longestEntryLife
        const header = { versions, softExpiry: expiry, hardExpiry: expiry, computeMs: 0 }
        const encoded = packed && codec.encode(place, header, packed)
        if (!encoded?.ok) {
          report({ kind: 'unfilled', read: name, reason: encoded?.reason ?? 'unstorable' })
          await redis.ask('release', ({ release }) => release(leaseKey))
          return
        }
        const fill = {
          entryKey: place.entryKey,
          leaseKey,
          value: encoded.text,
          life: longestEntryLife,
        }
        await redis.ask('fill', (stored) => stored.fill(fill))
        report({ kind: 'fill', read: name, computeMs: 0, size: encoded.text.length })
      }

      return {
        async get(key) {
          const page = bind(key, build)
          return page ? find(key, page) : (plain.get(key) ?? null)
        },
        async set(key, rendered, cacheControl) {
          if (!rendered) return
          const page = bind(key, build)
          if (!page) return keepPlain(plain, key, rendered, cacheControl, timer.now())
          const versions = captured.get(key)
          captured.delete(key)
          if (versions) await keep(page, versions, rendered, cacheControl)
        },
      }
    },
  }
}

/** Next's key is `/route-cache/KIND/HASH/$/PATH`; only its last part tells which page it is. */
function pathOf(key: string): string {
  const mark = key.indexOf('/$/')
  return mark < 0 ? key : key.slice(mark + 2)
}

function keepPlain(
  plain: Map<string, CacheHandlerValue>,
  key: string,
  value: Rendered,
  cacheControl: CacheControl,
  lastModified: number,
): void {
  // An address that is not there has a page of its own, and there is no end of such addresses.
  const found = !('status' in value) || (value.status ?? 200) === 200
  if (!found || (plain.size >= mostPlainPages && !plain.has(key))) return
  plain.set(key, { value, lastModified, cacheControl })
}
