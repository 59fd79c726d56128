import { randomBytes } from 'node:crypto'
import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache'
import { beforeEach, expect, test } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import { createCodec } from '@/lib/cache/codec'
import type { CacheEvent } from '@/lib/cache/events'
import { createKeys } from '@/lib/cache/keys'
import { createMemoryStore, type MemoryStore } from '@/tests/support/cache/memory-store'
import { isAppPage, type Rendered } from './kept-page'
import { createPageCache, type PageCache, type RequestPages } from './page-cache'

const fact = encodeTag(globalNamespace, 'user', 'list')
const key = '/route-cache/APP_PAGE/0123/$/status'
const build = 'build-1'
const control = { revalidate: 86_400, expire: undefined }

let store: MemoryStore
let events: CacheEvent[]

function openProcess(): PageCache {
  return createPageCache({
    pages: new Map([['/status', [fact]]]),
    store,
    codec: createCodec({ secret: Buffer.alloc(32, 1), randomBytes }),
    keys: createKeys('test'),
    timer: { now: () => 1_700_000_000_000, sleep: () => new Promise(() => undefined) },
    random: () => 0.5,
    report: (event) => events.push(event),
    background: () => undefined,
    drain: async () => undefined,
    readBudget: 150,
  })
}

function pageOf(html: string, changes: Record<string, unknown> = {}): Rendered {
  const page = {
    kind: 'APP_PAGE',
    html,
    rscData: Buffer.from([0, 255, 128]),
    headers: { 'x-next-cache-tags': `_N_T_/layout,_N_T_/status,${fact}`, vary: 'rsc' },
    postponed: undefined,
    status: 200,
    segmentData: new Map([['/_tree', Buffer.from([1, 254])]]),
    ...changes,
  }
  return page as unknown as Rendered
}

const htmlOf = (found: CacheHandlerValue | null) =>
  found?.value && isAppPage(found.value) ? found.value.html : null

/** As Next does: looks, renders when there is nothing, hands the page over. */
async function visit(pages: RequestPages, render: () => Promise<Rendered> | Rendered) {
  const found = await pages.get(key)
  if (found) return htmlOf(found)
  const page = await render()
  await pages.set(key, page, control)
  return isAppPage(page) ? page.html : null
}

beforeEach(async () => {
  let now = 1_700_000_000_000
  store = createMemoryStore(() => {
    now += 1
    return now
  })
  events = []
  await store.open(globalNamespace)
})

test('a page that one process renders is served by all, bytes and headers as they were', async () => {
  await visit(openProcess().forRequest(build), () => pageOf('one'))
  const found = await openProcess().forRequest(build).get(key)
  expect(found?.value).toEqual(pageOf('one'))
  expect(found?.cacheControl).toEqual(control)
})

test('nothing of a page can be read in Redis', async () => {
  await visit(openProcess().forRequest(build), () => pageOf('a page of the site'))
  const [entry = ''] = [...store.entries.values()]
  expect(entry.length).toBeGreaterThan(100)
  expect(entry).not.toContain('a page')
})

test('a changed fact changes the page on every process', async () => {
  const [one, other] = [openProcess(), openProcess()]
  await visit(one.forRequest(build), () => pageOf('before'))
  await store.bump([fact], 'a')
  expect(await visit(other.forRequest(build), () => pageOf('after'))).toBe('after')
  expect(await visit(one.forRequest(build), () => pageOf('never rendered'))).toBe('after')
})

test('a page that was begun before a change is never served after it', async () => {
  const pages = openProcess()
  await visit(pages.forRequest(build), async () => {
    await store.bump([fact], 'a')
    return pageOf('before')
  })
  expect(await visit(pages.forRequest(build), () => pageOf('after'))).toBe('after')
})

test('a second look of the same request makes no earlier render valid', async () => {
  const request = openProcess().forRequest(build)
  await request.get(key)
  await store.bump([fact], 'a')
  await request.get(key)
  await request.set(key, pageOf('before'), control)
  expect(await openProcess().forRequest(build).get(key)).toBeNull()
})

test('while a change is under way a page is rendered and not kept', async () => {
  const pages = openProcess()
  await visit(pages.forRequest(build), () => pageOf('before'))
  await store.fence([fact], 'a')
  expect(await visit(pages.forRequest(build), () => pageOf('during'))).toBe('during')
  await store.lift([fact], 'a')
  expect(await visit(pages.forRequest(build), () => pageOf('x'))).toBe('before')
})

test('a page that names a fact which was not declared is not kept', async () => {
  const pages = openProcess()
  const headers = { 'x-next-cache-tags': `${fact},global:engagement:list` }
  await visit(pages.forRequest(build), () => pageOf('one', { headers }))
  expect(store.entries.size).toBe(0)
  expect(events).toContainEqual({ kind: 'unfilled', read: 'page /status', reason: 'unstorable' })
})

test('a refusal and a page that is still to be completed are not kept', async () => {
  const pages = openProcess()
  await visit(pages.forRequest(build), () => pageOf('gone', { status: 404 }))
  await visit(pages.forRequest(build), () => pageOf('half', { postponed: 'rest' }))
  expect(store.entries.size).toBe(0)
})

test('another build does not get the page', async () => {
  await visit(openProcess().forRequest(build), () => pageOf('one'))
  expect(await openProcess().forRequest('build-2').get(key)).toBeNull()
})

test('without Redis every page is rendered, and Redis is not asked again and again', async () => {
  const pages = openProcess()
  await visit(pages.forRequest(build), () => pageOf('kept'))
  store.suffer('lost')
  const before = store.calls.length
  for (const html of ['one', 'two', 'three']) {
    expect(await visit(pages.forRequest(build), () => pageOf(html))).toBe(html)
  }
  expect(store.calls.length).toBe(before + 1)
})

test('a page without facts is kept by its process, without Redis; what is not there is not', async () => {
  const before = store.calls.length
  const pages = openProcess()
  const plain = '/route-cache/APP_PAGE/4567/$/index'
  await pages.forRequest(build).set(plain, pageOf('landing'), control)
  await pages.forRequest(build).set(`${plain}x`, pageOf('missing', { status: 404 }), control)
  expect(htmlOf(await pages.forRequest(build).get(plain))).toBe('landing')
  expect(await pages.forRequest(build).get(`${plain}x`)).toBeNull()
  expect(store.calls.length).toBe(before)
})
