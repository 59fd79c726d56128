import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '@/db/seed/estate/random'
import { prepareEnding } from '../local/ending.mjs'
import {
  type Fact,
  nameOf,
  newestImport,
  people,
  rawLetter,
  renamedImport,
  writtenPlaces,
} from './chaos/facts'
import { type ChaosOptions, readOptions, usage } from './chaos/options'
import { expectSoon, keepWritingRaw, type RawFact } from './chaos/raw-writer'
import { type Expectation, keepReading } from './chaos/reader'
import { cronPeriod, keepCalling, settle } from './chaos/relay'
import { type Run, signInAll } from './chaos/run'
import { sufferAll } from './chaos/suffer'
import { createTally } from './chaos/tally'
import { countBehind, countLost, countNeedless } from './chaos/verdict'
import { startWorld, type World } from './chaos/world'
import { type Acknowledged, keepWriting } from './chaos/writer'

/** Before the first fault everything is asked once, so that there is something to be stale. */
const quietStart = 3_000

/** An import whose name is changed behind the site's back; made by hand, like its changes. */
async function makeRenamedImport({ sql }: World): Promise<string> {
  const { rows } = await sql.query<{ data_import_id: string }>(
    `select data_import_id from discovery_flows f join engagements e on e.id = f.engagement_id
     where e.slug = 'dc-exit' limit 1`,
  )
  const [found] = rows
  if (!found) throw new Error('The demo has no import to rename')
  const name = nameOf(rawLetter, 0)
  await sql.query('update data_imports set file_name = $1 where id = $2', [
    name,
    found.data_import_id,
  ])
  return found.data_import_id
}

async function countPeople({ sql }: World): Promise<number> {
  const { rows } = await sql.query(
    `select count(*)::int as people from users where status = 'active'`,
  )
  return rows[0].people
}

async function run({ minutes, seed }: ChaosOptions, world: World) {
  const importId = await makeRenamedImport(world)
  const renamed = renamedImport('acme/dc-exit', 'analyst@portolan.test', importId)
  const names: RawFact = { value: 0, committedAt: new Map() }
  const population: RawFact = { value: await countPeople(world), committedAt: new Map() }
  const places = writtenPlaces.map((place) => {
    const acknowledged: Acknowledged = { floor: 0, values: new Set() }
    return { place, fact: newestImport(place), acknowledged }
  })
  const state: Run = {
    world,
    tally: createTally(),
    cookies: await signInAll(
      world,
      writtenPlaces.map(({ email }) => email),
    ),
    over: false,
    fault: 'calm',
    startedAt: Date.now(),
    answeredAt: [],
  }
  const read = (fact: Fact, expectation: Expectation) =>
    world.sites.map((_, site) => keepReading(state, site, fact, expectation))
  const busy = [
    ...places.flatMap(({ fact, acknowledged }) =>
      read(fact, { floor: () => acknowledged.floor, saw: () => undefined }),
    ),
    ...read(renamed, expectSoon(state, names)),
    ...read(people, expectSoon(state, population)),
    ...places.map(({ place, acknowledged }, index) =>
      keepWriting(state, place, seededRandom(seed + 1 + index), acknowledged),
    ),
    keepWritingRaw(state, importId, names, population),
    keepCalling(state, seededRandom(seed + 100)),
  ]
  await sleep(quietStart)
  await sufferAll(state, seededRandom(seed), minutes * 60_000)
  state.over = true
  await Promise.all(busy)

  const { tally } = state
  const seconds = Math.round((Date.now() - state.startedAt) / 1000)
  state.fault = 'quiet'
  const untold = await settle(state)
  let lost = 0
  let behind = await countBehind(state, renamed, names.value)
  behind += await countBehind(state, people, population.value)
  for (const { place, fact, acknowledged } of places) {
    lost += await countLost(state, place, acknowledged)
    behind += await countBehind(state, fact, Math.max(0, ...acknowledged.values))
  }
  const object = (counts: Map<string, number>) => Object.fromEntries([...counts].sort())
  return {
    seed,
    seconds,
    sites: world.sites.length,
    reads: tally.reads,
    answeredBySites: tally.answered,
    writes: tally.writes,
    writesBySql: tally.rawWrites,
    faults: object(tally.faults),
    staleReads: tally.staleCount,
    staleDetails: tally.stale,
    lostWrites: lost,
    behindAtTheEnd: behind,
    untoldAtTheEnd: untold,
    cronSeconds: cronPeriod / 1000,
    longestUnseenSqlMs: tally.longestUnseen,
    slowestReadMs: tally.slowestRead,
    longestRecoveryMs: Math.max(0, ...tally.recovery.values()),
    recoveryMs: object(tally.recovery),
    needlessErrors: countNeedless(tally.readErrors) + countNeedless(tally.writeErrors),
    readErrors: object(tally.readErrors),
    writeErrors: object(tally.writeErrors),
  }
}

async function main(options: ChaosOptions): Promise<number> {
  const ending = prepareEnding()
  const world = await startWorld(options.path)
  ending.beforeEnd(world.stop)
  try {
    const figures = await run(options, world)
    if (options.json) console.log(JSON.stringify(figures, null, 2))
    else for (const [name, value] of Object.entries(figures)) console.log(name, value)
    const { staleReads, lostWrites, behindAtTheEnd, untoldAtTheEnd, needlessErrors } = figures
    const broken = staleReads + lostWrites + behindAtTheEnd + untoldAtTheEnd + needlessErrors
    return broken === 0 ? 0 : 1
  } finally {
    await ending.end()
  }
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options) process.exitCode = await main(options)
  else console.log(usage)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error), `\n\n${usage}`)
  process.exitCode = 2
}
