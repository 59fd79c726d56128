import { expect, test } from 'vitest'
import { clientNamespace, encodeTag } from '@/lib/base/tag'
import { createMemoryStore } from '@/tests/support/cache/memory-store'
import type { OutboxRow } from './commit-protocol'
import { connectInvalidation } from './connect'
import { auditEvents, type Outbox, relay } from './relay'

const acme = clientNamespace('acme')
const [first, second] = [encodeTag(acme, 'flow', '1'), encodeTag(acme, 'flow', '2')]

/** An outbox in memory, and a Redis that can forget. */
function setStage() {
  const store = createMemoryStore(Date.now)
  store.markers.add(acme)
  const rows: (OutboxRow & { eventId?: string })[] = []
  const mark: Outbox['mark'] = async (applied) => {
    for (const row of rows) row.eventId = applied.get(row.id) ?? row.eventId
  }
  const outbox: Outbox = {
    async drainBatch(limit, work) {
      const due = rows.filter(({ eventId }) => !eventId).slice(0, limit)
      await mark(await work(due))
      return due.length
    },
    mark,
    recentlyApplied: async () =>
      rows.flatMap(({ eventId, ...row }) => (eventId ? [{ row, eventId }] : [])),
  }
  const invalidation = connectInvalidation(store, () => undefined)
  return {
    store,
    /** A fact is committed, and the caches are told. */
    async tell(tag: typeof first) {
      rows.push({ id: `${rows.length + 1}`, namespace: acme, tags: [tag] })
      await relay(outbox, invalidation)
    },
    audit: () => auditEvents(outbox, invalidation, store),
  }
}

test('a fact whose event was lost is told again, though another event has its number since', async () => {
  const { store, tell, audit } = setStage()
  await store.lease('none', [first, second])
  const failOver = store.snapshot()
  await tell(first)
  const [lost] = store.events
  failOver()
  const stale = store.tags.get(first)
  await tell(second)
  const [other] = store.events
  expect(other?.id.split(':')[0]).toBe(lost?.id.split(':')[0])
  expect(await audit()).toBe(1)
  expect(store.tags.get(first)).not.toBe(stale)
  expect(await audit()).toBe(0)
})

test('what the cache still has is not told again', async () => {
  const { store, tell, audit } = setStage()
  await tell(first)
  await tell(second)
  expect(await audit()).toBe(0)
  expect(store.events).toHaveLength(2)
})
