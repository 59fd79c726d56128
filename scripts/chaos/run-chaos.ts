import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '@/db/seed/estate/random'
import { type Cast, prepareCast } from './cast'
import type { Fact } from './facts'
import { type Figures, toFigures } from './figures'
import { keepLimitsOpen } from './limits'
import { expectSoon, keepWritingRaw } from './raw-writer'
import { type Expectation, keepReading } from './reader'
import { keepCalling, settle } from './relay'
import { type Run, signInAll } from './run'
import { sufferAll } from './suffer'
import { createTally } from './tally'
import { countBehind, countLost } from './verdict'
import type { World } from './world'
import { keepWriting } from './writer'

/** Before the first fault everything is asked once, so that there is something to be stale. */
const quietStart = 3_000

/** Writes, reads and breaks for that long, then waits for quiet and looks at what is left. */
export async function runChaos(
  world: World,
  { minutes, seed }: { minutes: number; seed: number },
): Promise<Figures> {
  const cast = await prepareCast(world)
  const emails = cast.places.map(({ place }) => place.email)
  const run: Run = {
    world,
    tally: createTally(),
    cookies: await signInAll(world, emails),
    over: false,
    fault: 'calm',
    startedAt: Date.now(),
    answeredAt: [],
  }
  const busy = [
    ...readAll(run, cast),
    ...cast.places.map(({ place, acknowledged }, index) =>
      keepWriting(run, place, seededRandom(seed + 1 + index), acknowledged),
    ),
    keepWritingRaw(run, cast.renamed.importId, cast.renamed.raw, cast.population.raw),
    keepCalling(run, seededRandom(seed + 100)),
    keepLimitsOpen(run),
  ]
  await sleep(quietStart)
  await sufferAll(run, seededRandom(seed), minutes * 60_000)
  run.over = true
  await Promise.all(busy)
  const seconds = Math.round((Date.now() - run.startedAt) / 1000)
  run.fault = 'quiet'
  const untold = await settle(run)
  return toFigures(run, { seed, seconds, untold, ...(await lookAround(run, cast)) })
}

/** Every fact is read at every site. */
function readAll(run: Run, { places, renamed, population }: Cast): Promise<void>[] {
  const read = (fact: Fact, expectation: Expectation) =>
    run.world.sites.map((_, site) => keepReading(run, site, fact, expectation))
  return [
    ...places.flatMap(({ fact, acknowledged }) =>
      read(fact, { floor: () => acknowledged.floor, saw: () => undefined }),
    ),
    ...read(renamed.fact, expectSoon(run, renamed.raw)),
    ...read(population.fact, expectSoon(run, population.raw)),
  ]
}

/** After everything: what is gone, and what some site still does not show. */
async function lookAround(run: Run, { places, renamed, population }: Cast) {
  let lost = 0
  let behind = await countBehind(run, renamed.fact, renamed.raw.value)
  behind += await countBehind(run, population.fact, population.raw.value)
  for (const { place, fact, acknowledged } of places) {
    lost += await countLost(run, place, acknowledged)
    behind += await countBehind(run, fact, Math.max(0, ...acknowledged.values))
  }
  return { lost, behind }
}
