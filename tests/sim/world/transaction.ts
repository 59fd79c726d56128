import { CommitUnknown } from '@/lib/base/commit-unknown'
import type { OpenTransaction } from '@/lib/write/commit-protocol'
import type { Fact, Source } from './facts'
import { Cut, type Network } from './network'
import type { Postgres, Session } from './postgres'
import type { Process } from './process'
import type { Scheduler } from './scheduler'

/** A transaction as the code of a process has it in hand. */
export interface Transaction extends OpenTransaction, Source {
  session: Session
  /** One statement. @param late changes that a deferred trigger adds */
  update(facts: readonly Fact[], late: readonly Fact[], bulk: boolean): Promise<void>
}

/** Milliseconds after which the server notices that a client is gone. */
const noticed = 3_000

/** @param refused whether the database will refuse the COMMIT */
export async function beginTransaction(
  world: { scheduler: Scheduler; network: Network; postgres: Postgres },
  process: Process,
  committed: (session: Session) => void,
  refused = false,
): Promise<Transaction> {
  const { scheduler, network, postgres } = world
  const session = postgres.begin(() => committed(session))
  const abandon = () => {
    if (session.state !== 'open') return
    const delay = process.random.between(0, noticed)
    scheduler.after(delay, null, () => postgres.rollback(session))
  }
  process.whenDead.push(abandon)

  /** A broken connection ends its transaction, sooner or later. */
  async function ask<T>(name: string, serve: Parameters<typeof network.postgres<T>>[2]) {
    try {
      return await network.postgres<T>(process, name, serve)
    } catch (error) {
      if (error instanceof Cut) abandon()
      throw error
    }
  }

  const tx: Transaction = {
    session,
    update: (facts, late, bulk) =>
      ask('update', (reply) => postgres.update(session, facts, late, bulk, reply)),
    select: (facts) => ask('select', (reply) => reply.answer(postgres.select(facts, session))),
    announcedFacts: () =>
      ask('announced facts', (reply) => {
        if (session.state !== 'open') return reply.fail(new Error('The transaction was ended'))
        postgres.runDeferred(session)
        reply.answer(postgres.ownRows(session))
      }),
    async commit() {
      try {
        await ask<void>('commit', (reply) => {
          if (refused) postgres.rollback(session)
          if (postgres.commit(session)) reply.answer()
          else reply.fail(new Error('The transaction was ended'))
        })
      } catch (error) {
        throw error instanceof Cut ? new CommitUnknown(error) : error
      }
    },
    rollback: () =>
      ask<void>('rollback', (reply) => {
        postgres.rollback(session)
        reply.answer()
      }),
  }
  await ask<void>('begin', (reply) => reply.answer())
  return tx
}
