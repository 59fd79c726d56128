import { setTimeout as sleep } from 'node:timers/promises'
import type { CachePath } from '@/lib/cache/cache'
import { readPaths } from '@/lib/flags/read-groups'
import { obeyFlags } from '@/lib/server/flags/obey-flags'
import { planFlips } from './plan'
import { type Answered, createRecord } from './record'
import { count, counterRead, createFlipWorld, legacyLife, type Process } from './world'

export interface FlipReport {
  errors: unknown[]
  /** Answers older than the path that the request obeyed promises. */
  tooOld: Answered[]
  /** Answers by path, and those by time limit that missed a write as they may. */
  reads: Record<CachePath, number>
  oldByTimeLimit: number
  writes: number
}

/**
 * Flips the flags while three processes read by whatever path is in force and write.
 * @param flips how many; the same seed flips to the same
 */
export async function runFlips(flips: number, seed: number): Promise<FlipReport> {
  const world = await createFlipWorld()
  const { counters, processes } = world
  const record = createRecord(counters)
  const errors: unknown[] = []
  let longestLoad = 0
  let over = false
  const policy = counterRead((milliseconds) => {
    longestLoad = Math.max(longestLoad, milliseconds)
  })

  async function request({ flags, cache }: Process): Promise<void> {
    const snapshot = await flags.current()
    const obeyed = obeyFlags(snapshot.values, snapshot, null)
    const reads = cache.forRequest()
    for (const counter of counters) {
      const { key, assetId } = counter
      const path = obeyed.pathOf('inventory', key.clientId)
      const asked = { path, counter, began: performance.now(), atLeast: record.newest(counter) }
      const view = await reads.read(path, policy, key, { assetId })
      record.answered({ ...asked, value: Number(view?.name) })
    }
  }

  async function write(process: Process): Promise<void> {
    for (const counter of counters) {
      const written = await count(process, counter)
      if (written !== null) record.wrote(counter, written)
    }
    await sleep(5)
  }

  async function again(step: () => Promise<void>): Promise<void> {
    while (!over) {
      await step().catch((error) => errors.push(error))
      await sleep(1)
    }
  }

  const busy = processes.flatMap((process) => [
    again(() => request(process)),
    again(() => request(process)),
    again(() => write(process)),
  ])
  await flipAll(world, flips, seed)
  for (const path of readPaths) await tryPath(world, path, () => record.reads()[path])
  over = true
  await Promise.all(busy)
  await world.end()
  return {
    ...record.judge(legacyLife + longestLoad),
    errors: [...errors, ...world.failures],
    reads: record.reads(),
    writes: record.writes(),
  }
}

/** Stays on a path until it has answered, so that a slow machine comes by all of them, too. */
async function tryPath(
  { config, processes }: Awaited<ReturnType<typeof createFlipWorld>>,
  path: CachePath,
  answers: () => number,
): Promise<void> {
  await config.write({
    'cache-enabled': true,
    'cache-path': { default: { path } },
    'http-validators': { default: false },
    'live-updates': { default: false },
  })
  const before = answers()
  while (answers() === before) {
    await Promise.all(processes.map(({ flags }) => flags.refresh()))
    await sleep(1)
  }
}

async function flipAll(
  { config, counters, processes }: Awaited<ReturnType<typeof createFlipWorld>>,
  flips: number,
  seed: number,
): Promise<void> {
  const clients = counters.map(({ key }) => key.clientId)
  for (const { flags, fault, looks } of planFlips(clients, flips, seed)) {
    config.suffer(null)
    await config.write(flags)
    config.suffer(fault)
    // Who does not look now looks by itself within a second: until then processes disagree.
    await Promise.all(processes.filter((_, index) => looks[index]).map((p) => p.flags.refresh()))
    await sleep(10)
  }
  config.suffer(null)
}
