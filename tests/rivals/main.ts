import { parseArgs } from 'node:util'
import { Redis } from '@upstash/redis'
import { startRedisEngine } from '../../local/redis-engine.mjs'
import { startUpstashGateway } from '../../local/upstash-gateway.mjs'
import { createBentocacheRivals } from './bentocache'
import { createCachifiedRival } from './cachified'
import { createDrizzleRival } from './drizzle-upstash'
import { ensureRivalsInstalled, versionOfRival } from './installed-package'
import { createNextRivals } from './next-timestamps'
import { createPortolan } from './portolan'
import { type Race, races } from './races'
import type { Rival } from './rival'

/** `npm run sim:rivals -- [--json] [--races N]` */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    races: { type: 'string', default: '100' },
  },
})
const count = Number(values.races)

function say(words: string): void {
  if (!values.json) process.stdout.write(`${words}\n`)
}

/** The same numbers in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** @param place of the race among all, for keys that no other has */
async function runRaces(race: Race, rival: Rival, place: string) {
  const random = createRandom(1)
  let stale = 0
  for (let round = 0; round < count; round++) {
    if (await race.run(rival, `${place}-${round}`, random)) stale += 1
  }
  return { rival: rival.name, race: race.name, races: count, stale }
}

const engine = await startRedisEngine()
const token = 'races'
const gateway = await startUpstashGateway({ redisUrl: engine.url, token })
try {
  ensureRivalsInstalled()
  const url = `http://127.0.0.1:${gateway.port}`
  const redis = new Redis({ url, token, automaticDeserialization: false, enableTelemetry: false })
  const rivals = [
    ...(await createBentocacheRivals(redis)),
    await createCachifiedRival(redis),
    createDrizzleRival({ url, token }),
    ...createNextRivals(redis),
    createPortolan({ url, token }),
  ]
  const results = []
  for (const [lane, rival] of rivals.entries()) {
    await rival.prepare?.()
    for (const [place, race] of races.entries()) {
      const result = await runRaces(race, rival, `${lane}-${place}`)
      say(`${rival.name}: stale in ${result.stale} of ${count}: ${race.name}`)
      results.push(result)
    }
  }
  const versions = {
    bentocache: versionOfRival('bentocache'),
    '@epic-web/cachified': versionOfRival('@epic-web/cachified'),
  }
  const report = { engine: engine.origin, versions, results }
  if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
} finally {
  await gateway.stop()
  await engine.stop()
}
