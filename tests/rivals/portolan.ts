import { randomBytes } from 'node:crypto'
import { clientNamespace, encodeTag } from '@/lib/base/tag'
import { createCodec } from '@/lib/cache/codec'
import { createKeys } from '@/lib/cache/keys'
import { createProcessCache } from '@/lib/cache/process-cache'
import { defineRead } from '@/lib/cache/read-policy'
import {
  type AppliedRows,
  commitAndInvalidate,
  type OpenTransaction,
  type OutboxRow,
} from '@/lib/write/commit-protocol'
import { connectInvalidation, connectStore, systemTimer } from '@/lib/write/connect'
import { type Outbox, relay } from '@/lib/write/relay'
import type { Change, Origin, Rival } from './rival'

const namespace = clientNamespace('races')
const tagOf = (key: string) => encodeTag(namespace, 'fact', key)
const tenMinutes = 600_000

const factRead = defineRead<Origin, null, string, number>({
  name: 'fact',
  load: (origin, _, key) => origin.load(key),
  caching: {
    version: 1,
    namespace: () => namespace,
    tags: (_, key) => [tagOf(key)],
    profile: {
      soft: tenMinutes,
      hard: tenMinutes,
      staleWhileRevalidate: false,
      staleIfError: false,
    },
    legacyLife: tenMinutes,
  },
})

/** The part of the database that survives a process: committed rows that nobody told of. */
function createOutbox() {
  const due = new Map<string, OutboxRow>()
  const mark = async (applied: AppliedRows) => {
    for (const id of applied.keys()) due.delete(id)
  }
  const outbox: Outbox = {
    mark,
    async drainBatch(limit, work) {
      const rows = [...due.values()].slice(0, limit)
      if (rows.length > 0) await mark(await work(rows))
      return rows.length
    },
    recentlyApplied: async () => [],
  }
  return { due, outbox }
}

function transactionOf(row: OutboxRow, change: Change, due: Map<string, OutboxRow>) {
  const tx: OpenTransaction = {
    announcedFacts: async () => [row],
    async commit() {
      await change.commit()
      due.set(row.id, row)
    },
    rollback: async () => undefined,
  }
  return tx
}

export function createPortolan(place: { url: string; token: string }): Rival {
  const keys = createKeys('races')
  const store = connectStore({ ...place, keys })
  const codec = createCodec({ secret: randomBytes(32), randomBytes })
  const { due, outbox } = createOutbox()
  return {
    name: 'portolan',
    open(origin) {
      const cache = createProcessCache({
        source: origin,
        store,
        codec,
        keys,
        timer: systemTimer,
        random: Math.random,
        report: () => undefined,
        background: (work) => void work.catch(() => undefined),
        drain: async () => undefined,
        // Patient, so that on a busy machine too its answers come through the cache.
        readBudget: 5_000,
        shadowShare: () => 0,
      })
      const invalidation = connectInvalidation(store, () => undefined)
      async function write(change: Change): Promise<void> {
        const row = { id: change.key, namespace, tags: [tagOf(change.key)] }
        const outcome = await commitAndInvalidate(
          transactionOf(row, change, due),
          invalidation,
          'available',
        )
        if (outcome.kind === 'committed') await outbox.mark(outcome.applied)
      }
      return {
        read: (key) => cache.forRequest().read('redis', factRead, null, key),
        write,
        // Its fence is put inside the transaction anyway, and lifted after it.
        writeTellingInside: write,
        async writeAndDie(change) {
          const row = { id: change.key, namespace, tags: [tagOf(change.key)] }
          await invalidation.fence(row.tags)
          await transactionOf(row, change, due).commit()
        },
        async recover() {
          await relay(outbox, invalidation)
        },
      }
    },
    prepare: () => store.open(namespace),
  }
}
