import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache'
import type { ReadOutcome } from '@/lib/cache/answer'
import { createBreaker } from '@/lib/cache/breaker'
import { createBudget } from '@/lib/cache/budget'
import type { Codec } from '@/lib/cache/codec'
import type { Report } from '@/lib/cache/events'
import { judge } from '@/lib/cache/judge'
import type { Keys } from '@/lib/cache/keys'
import { areSettled, looksExpired } from '@/lib/cache/protocol'
import { createRequestStore } from '@/lib/cache/request-store'
import { longestEntryLife, type Store } from '@/lib/cache/store'
import { type Timer, withDeadline } from '@/lib/cache/timer'
import { type BoundPage, bindPage, type FactsOfPages } from './bound-page'
import {
  type CacheControl,
  isAppPage,
  packPage,
  type Rendered,
  tagsOfPage,
  unpackPage,
} from './kept-page'
import { createPlainPages } from './plain-pages'

/** The pages of one request. Neither call fails: a page that cannot be had is rendered. */
export interface RequestPages {
  get(key: string): Promise<CacheHandlerValue | null>
  set(key: string, page: Rendered | null, cacheControl: CacheControl): Promise<void>
}

export interface PageCache {
  /** @param build names the deploy */
  forRequest(build: string): RequestPages
}

export interface PageCacheSettings {
  pages: FactsOfPages
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

/**
 * Next's pages, kept by the cache's own protocol: the versions of a page's facts are captured
 * before it is rendered, so that a page of an earlier state is never valid.
 */
export function createPageCache(settings: PageCacheSettings): PageCache {
  const { store, timer, random, report, background, codec, keys } = settings
  const plain = createPlainPages()
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

  function forRequest(build: string): RequestPages {
    const budget = createBudget(timer, settings.readBudget)
    const redis = createRequestStore({ store, breaker, budget, timer, report })
    const captured = new Map<string, readonly string[]>()

    /** The versions under which the coming page may be kept. Those of an earlier look are safe. */
    async function capture(key: string, { leaseKey, tags }: BoundPage): Promise<void> {
      if (captured.has(key)) return
      const lease = await redis.ask('lease', (asked) => asked.lease(leaseKey, tags))
      if (lease && areSettled(lease.values)) captured.set(key, lease.values)
    }

    async function find(
      key: string,
      page: BoundPage,
    ): Promise<{ outcome: ReadOutcome; kept: CacheHandlerValue | null }> {
      const seen = await redis.look({ entryKey: page.place.entryKey, tags: page.tags })
      if (!seen) return { outcome: 'bypass', kept: null }
      const verdict = judge(codec, page.place, seen, timer.now())
      if (verdict.kind === 'fresh') return { outcome: 'hit', kept: unpackPage(verdict.value) }
      if (verdict.kind === 'fenced') {
        if (seen.values.some((value) => looksExpired(value, timer.now()))) {
          background(redis.ask('tidy', (asked) => asked.tidy(page.tags)))
        }
        return { outcome: 'bypass', kept: null }
      }
      await capture(key, page)
      return { outcome: 'miss', kept: null }
    }

    async function keep(
      page: BoundPage,
      versions: readonly string[],
      rendered: Rendered,
      cacheControl: CacheControl,
    ): Promise<void> {
      const { place, name, tags } = page
      const lease = { key: page.leaseKey, versions }
      const now = Math.round(timer.now())
      const packed = packKnown(rendered, cacheControl, tags, now)
      const expiry = now + longestEntryLife
      const header = { versions, softExpiry: expiry, hardExpiry: expiry, computeMs: 0 }
      const encoded = packed && codec.encode(place, header, packed)
      if (!encoded?.ok) {
        report({ kind: 'unfilled', read: name, reason: encoded?.reason ?? 'unstorable' })
        await redis.ask('release', (asked) => asked.release(lease))
        return
      }
      const { text: value } = encoded
      const { entryKey } = place
      const life = longestEntryLife
      await redis.ask('fill', (asked) => asked.fill({ entryKey, lease, value, life }))
      report({ kind: 'fill', read: name, computeMs: 0, size: value.length })
    }

    return {
      async get(key) {
        const page = bindPage(keys, settings.pages, key, build)
        if (!page) return plain.get(key)
        const began = timer.now()
        const { outcome, kept } = await find(key, page)
        const milliseconds = timer.now() - began
        report({ kind: 'answered', read: page.name, path: 'redis', outcome, milliseconds })
        return kept
      },
      async set(key, rendered, cacheControl) {
        const page = bindPage(keys, settings.pages, key, build)
        if (!page) {
          return plain.set(key, { value: rendered, lastModified: timer.now(), cacheControl })
        }
        const versions = captured.get(key)
        captured.delete(key)
        if (versions && rendered) await keep(page, versions, rendered, cacheControl)
      },
    }
  }

  return { forRequest }
}

/** Null for what is not to be kept: such as a page whose reads named a fact that is not among its own. */
function packKnown(
  rendered: Rendered,
  cacheControl: CacheControl,
  tags: readonly string[],
  now: number,
) {
  if (!isAppPage(rendered)) return null
  const known = tagsOfPage(rendered).every((tag) => tags.includes(tag))
  return known ? packPage(rendered, cacheControl, now) : null
}
