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
  return {
    async drainBatch(limit, work) {
      const claim = { holder: {}, ended: false }
      const end = () => {
        claim.ended = true
        postgres.letGo(claim.holder)
      }
      const abandon = () => scheduler.after(process.random.between(0, noticed), null, end)
      process.whenDead.push(abandon)
      scheduler.after(postgres.longest, null, end)
      const ask = <T>(name: string, serve: () => T) =>
        network.postgres<T>(process, name, (reply) => {
          if (claim.ended) reply.fail(new Error('The transaction was ended'))
          else reply.answer(serve())
        })
      try {
        const rows = await ask('claim', () => postgres.claim(limit, claim.holder))
        if (rows.length === 0) return 0
        const applied = await work(rows)
        await ask('mark the claimed', () => {
          postgres.mark(applied)
          end()
        })
        return rows.length
      } catch (error) {
        abandon()
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
