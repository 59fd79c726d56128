import type { Outbox } from '@/lib/write/relay'
import type { Network } from './network'
import type { Postgres } from './postgres'
import type { Process } from './process'
import type { Scheduler } from './scheduler'

/** Milliseconds after which the server notices at the latest that a client is gone. */
const noticed = 3_000

/** The outbox as a process sees it. */
export function createOutbox(
  world: { scheduler: Scheduler; network: Network; postgres: Postgres },
  process: Process,
): Outbox {
  const { scheduler, network, postgres } = world
  const abandonLater = (holder: object) =>
    scheduler.after(process.random.between(0, noticed), null, () => postgres.letGo(holder))

  return {
    async drainBatch(limit, work) {
      const holder = {}
      let ended = false
      process.whenDead.push(() => abandonLater(holder))
      scheduler.after(postgres.longest, null, () => {
        ended = true
        postgres.letGo(holder)
      })
      try {
        const rows = await network.postgres<typeof postgres.outbox>(process, 'claim', (reply) =>
          reply.answer(postgres.claim(limit, holder)),
        )
        const applied = await work(rows)
        await network.postgres<void>(process, 'mark the claimed', (reply) => {
          if (ended) return reply.fail(new Error('The transaction was ended'))
          postgres.mark(applied)
          postgres.letGo(holder)
          reply.answer()
        })
        return rows.length
      } catch (error) {
        abandonLater(holder)
        throw error
      }
    },
    mark: (applied) =>
      network.postgres(process, 'mark', (reply) => reply.answer(postgres.mark(applied))),
    recentlyApplied: () =>
      network.postgres(process, 'recently applied', (reply) =>
        reply.answer(postgres.recentlyApplied()),
      ),
  }
}
