import { setTimeout as sleep } from 'node:timers/promises'
import type { CachePath } from '@/lib/cache/cache'
import { obeyFlags } from '@/lib/server/flags/obey-flags'
import { planFlips } from './plan'
import {
  type Counter,
  count,
  counterRead,
  createFlipWorld,
  legacyLife,
  type Process,
} from './world'

interface ReadNote {
  path: CachePath
  counter: Counter
  began: number
  /** What had been acknowledged when it began. */
  atLeast: number
  value: number
}

export interface FlipReport {
  errors: unknown[]
  /** Answers older than the path that the request obeyed promises. */
  tooOld: ReadNote[]
  /** Answers by path, and those on the path `legacy` that missed a write as it may. */
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
  const { counters, processes, config } = world
  const errors: unknown[] = []
  const notes: ReadNote[] = []
  const acknowledged = new Map(counters.map((counter) => [counter, [{ value: 0, at: 0 }]]))
  let longestLoad = 0
  const policy = counterRead((milliseconds) => {
    longestLoad = Math.max(longestLoad, milliseconds)
  })
  let over = false

  const newest = (counter: Counter, until = Number.POSITIVE_INFINITY) =>
    Math.max(
      ...(acknowledged.get(counter) ?? []).filter(({ at }) => at <= until).map((w) => w.value),
    )

  async function request({ flags, cache }: Process): Promise<void> {
    const snapshot = await flags.current()
    const obeyed = obeyFlags(snapshot.values, snapshot, null)
    const reads = cache.forRequest()
    for (const counter of counters) {
      const { key, assetId } = counter
      const path = obeyed.pathOf('inventory', key.clientId)
      const began = performance.now()
      const atLeast = newest(counter)
      const view = await reads.read(path, policy, key, { assetId })
      notes.push({ path, counter, began, atLeast, value: Number(view?.name) })
    }
  }

  async function write(process: Process): Promise<void> {
    for (const counter of counters) {
      const value = await count(process, counter)
      acknowledged.get(counter)?.push({ value, at: performance.now() })
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
  const clients = counters.map(({ key }) => key.clientId)
  for (const { flags, fault, looks } of planFlips(clients, flips, seed)) {
    config.suffer(null)
    await config.write(flags)
    config.suffer(fault)
    // Who does not look now looks by itself within a second: until then processes disagree.
    await Promise.all(processes.filter((_, index) => looks[index]).map((p) => p.flags.refresh()))
    await sleep(10)
  }
  over = true
  await Promise.all(busy)
  config.suffer(null)
  await world.end()

  const limit = legacyLife + longestLoad
  const misses = notes.filter(({ value, atLeast }) => !(value >= atLeast))
  const byTime = ({ path }: ReadNote) => path === 'legacy' || path === 'shadow'
  const tooOld = misses.filter(
    (note) => !byTime(note) || !(note.value >= newest(note.counter, note.began - limit)),
  )
  const reads = { off: 0, legacy: 0, shadow: 0, redis: 0 }
  for (const { path } of notes) reads[path] += 1
  const oldByTimeLimit = misses.length - tooOld.length
  const writes = [...acknowledged.values()].reduce((sum, all) => sum + all.length - 1, 0)
  return { errors: [...errors, ...world.failures], tooOld, reads, oldByTimeLimit, writes }
}
