import type { Invalidation } from '@/lib/cache/invalidation'
import { commitAndInvalidate } from '@/lib/write/commit-protocol'
import { relay } from '@/lib/write/relay'
import { Violation } from '../check/checker'
import type { Write } from '../check/write'
import type { CommandPlan } from '../run/scenario'
import type { App } from './app'
import { factsAsked, factsNamed } from './facts'
import type { Session } from './postgres'
import { beginTransaction, type Transaction } from './transaction'
import type { World } from './world'

const attempts = 2

/** A command as lib/write's transact runs it, tried again when the database rolled it back. */
export async function runCommand(world: World, app: App, plan: CommandPlan): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      await runAttempt(world, app, plan, plan.refused && attempt === 1)
      return
    } catch (error) {
      if (error instanceof Violation) throw error
      world.journal.count('command failed')
      world.journal.say(app.process.name, () => `command failed: ${error}`)
    }
  }
}

async function runAttempt(
  world: World,
  app: App,
  plan: CommandPlan,
  refused: boolean,
): Promise<void> {
  const { checker, journal } = world
  const committed = (session: Session) => world.committed(session)
  const tx = await beginTransaction(world, app.process, committed, refused)
  const write = checker.began(tx.session)
  try {
    await work(world, app, tx, plan)
  } catch (error) {
    await tx.rollback()
    throw error
  }
  if (plan.givesUp) return tx.rollback()
  const observed = observe(world, app.invalidation, write)
  const outcome = await commitAndInvalidate(tx, observed, plan.strict ? 'strict' : 'available')
  checker.answered(write, outcome.kind, plan.strict)
  journal.count(`answered ${outcome.kind}`)
  journal.say(app.process.name, () => `answers: ${outcome.kind}`)
  if (outcome.kind === 'refused') return
  app.cache.announced(outcome.tags)
  app.afterwards(async () => {
    if (outcome.kind === 'committed') await app.outbox.mark(outcome.applied)
    await relay(app.outbox, app.invalidation)
  })
}

async function work(world: World, app: App, tx: Transaction, plan: CommandPlan): Promise<void> {
  for (const { facts, late, bulk } of plan.statements) {
    await tx.update(factsNamed(facts), factsNamed(late), bulk)
    if (plan.thinks > 0) await app.settings.timer.sleep(plan.thinks)
  }
  for (const question of plan.reads) {
    const found = await tx.select(factsAsked(question))
    world.journal.say(app.process.name, () => `in its transaction: ${JSON.stringify(found)}`)
  }
}

/** Tells the checker of the fences that the writer knows to stand. */
function observe(world: World, invalidation: Invalidation, write: Write): Invalidation {
  return {
    ...invalidation,
    async fence(tags) {
      const id = await invalidation.fence(tags)
      world.checker.fenced(write, world.fencesRan.get(id) ?? world.stamp())
      return id
    },
  }
}
