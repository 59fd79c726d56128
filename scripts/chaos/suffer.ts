import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@/db/seed/estate/random'
import { noteAnswered } from './answered'
import { type Fault, losses, passingFaults } from './faults'
import type { Run } from './run'
import { count } from './tally'

/** Milliseconds without a fault between two. */
const calm = 600
/** A loss of everything sends readers to the database for two minutes, so it comes seldom. */
const betweenLosses = 4 * 60_000
/** Kept at the end for the losses and the reads after them. */
const lastPart = 10_000
/** Sites that do not answer by then count as not recovered. */
const patience = 60_000

/** Suffers fault after fault until the time is up; everything is lost at the end, in any case. */
export async function sufferAll(run: Run, random: Random, milliseconds: number): Promise<void> {
  const end = run.startedAt + milliseconds
  let nextLoss = run.startedAt + betweenLosses
  let waiting: Fault[] = []
  while (Date.now() < end - lastPart) {
    if (waiting.length === 0) waiting = shuffled(passingFaults, random)
    const isLoss = Date.now() > nextLoss
    const fault = isLoss ? random.pick([...losses] as [Fault, ...Fault[]]) : waiting.pop()
    if (isLoss) nextLoss = Date.now() + betweenLosses
    if (fault) await (isLoss ? loseAll : suffer)(run, fault, random)
  }
  for (const fault of losses) await loseAll(run, fault, random)
  await sleep(Math.max(0, end - Date.now()))
}

/** The sites' counts are lost with everything else, so they are noted before. */
async function loseAll(run: Run, fault: Fault, random: Random): Promise<void> {
  await noteAnswered(run)
  await suffer(run, fault, random)
}

async function suffer(run: Run, fault: Fault, random: Random): Promise<void> {
  run.fault = fault.name
  await fault.suffer(run.world, random)
  count(run.tally.faults, fault.name)
  const recovered = await untilAllAnswer(run, Date.now())
  const { recovery } = run.tally
  recovery.set(fault.name, Math.max(recovery.get(fault.name) ?? 0, recovered))
  run.fault = 'calm'
  await sleep(calm)
}

/** @returns milliseconds from `since` until every site answered a read that began after it */
async function untilAllAnswer(run: Run, since: number): Promise<number> {
  for (;;) {
    const passed = Date.now() - since
    const all = run.world.sites.every((_, index) => (run.answeredAt[index] ?? 0) >= since)
    if (all || passed > patience) return passed
    await sleep(20)
  }
}

function shuffled<T>(things: readonly T[], random: Random): T[] {
  return things
    .map((thing) => ({ thing, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}
