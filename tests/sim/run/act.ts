import type { App } from '../world/app'
import { runCommand } from '../world/command'
import { factsNamed } from '../world/facts'
import { startReading } from '../world/reading'
import { beginTransaction } from '../world/transaction'
import type { World } from '../world/world'
import type { Act, Actor, RequestPart } from './scenario'

/** An actor under way; it goes on in its process' successor. */
export interface Player {
  actor: Actor
  next: number
  done: boolean
}

/** @throws what breaks the run: a violation, or what is wrong with the simulator */
export async function play(world: World, app: App, player: Player): Promise<void> {
  const { acts } = player.actor
  while (player.next < acts.length) {
    const act = acts[player.next]
    player.next += 1
    if (act) await perform(world, app, act)
  }
  player.done = true
}

async function perform(world: World, app: App, act: Act): Promise<void> {
  if (act.kind === 'pause') return app.settings.timer.sleep(act.time)
  if (act.kind === 'request') return performRequest(world, app, act.parts)
  try {
    if (act.kind === 'relay') await app.relayAndAudit()
    else if (act.kind === 'purge') await purge(app, act.fact)
    else await changeByHand(world, app, act.facts, act.bulk)
    world.journal.count(act.kind)
  } catch (error) {
    // A server did not answer; the next relay comes.
    world.journal.say(app.process.name, () => `${act.kind} failed: ${error}`)
  }
}

async function performRequest(world: World, app: App, parts: RequestPart[]): Promise<void> {
  const reading = startReading(world, app)
  for (const part of parts) {
    if (part.kind === 'read') await Promise.all(part.questions.map(reading.ask))
    else {
      await runCommand(world, app, part.command)
      reading.forget()
    }
  }
}

async function purge(app: App, fact: string): Promise<void> {
  for (const { owner } of factsNamed([fact])) await app.invalidation.purge(owner.namespace)
}

/** A statement that commits by itself and tells nobody but the outbox. */
async function changeByHand(world: World, app: App, facts: string[], bulk: boolean): Promise<void> {
  const { checker } = world
  const tx = await beginTransaction(world, app.process, (session) => world.committed(session))
  checker.began(tx.session)
  await tx.update(factsNamed(facts), [], bulk)
  await tx.commit()
}
