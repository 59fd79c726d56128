import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { FarEndPlace } from './far-end'
import { namespace, openInstance, patience, siteBudget, type Wanted } from './instance'
import { quantile, round } from './latency'

const processes = 4
const readersEach = 125
const loadMs = 100
const rounds = 3
const budgets = [siteBudget, patience]

export interface ColdOrder {
  place: FarEndPlace
  readers: number
  loadMs: number
  readBudget: number
  wanted: Wanted
}

export interface ColdResult {
  loads: number
  times: number[]
}

/**
 * 500 readers in four processes want one value that nobody has; each a request of its own. Where
 * the machine is too busy for the site's budget, a process loads once without Redis.
 */
export async function benchColdReaders(place: FarEndPlace) {
  await openInstance(place, { load: async () => null }).store.open(namespace)
  const runs = budgets.map((readBudget) => ({ readBudget, rounds: [] as ColdRound[] }))
  for (let one = 0; one < rounds; one++) {
    for (const run of runs) {
      const id = `cold ${run.readBudget} ${one}`
      run.rounds.push(await readCold(place, run.readBudget, id))
    }
  }
  return { processes, readers: processes * readersEach, loadMs, runs }
}

type ColdRound = Awaited<ReturnType<typeof readCold>>

async function readCold(place: FarEndPlace, readBudget: number, id: string) {
  const wanted = { id, tags: [id] }
  const order: ColdOrder = { place, readers: readersEach, loadMs, readBudget, wanted }
  const children = Array.from({ length: processes }, () =>
    fork(new URL('./cold-reader-process.ts', import.meta.url)),
  )
  await Promise.all(children.map((child) => tell(child, order)))
  const results = await Promise.all(children.map((child) => tell<ColdResult>(child, 'go')))
  const times = results.flatMap((result) => result.times)
  return {
    originLoads: results.reduce((sum, { loads }) => sum + loads, 0),
    p50: round(quantile(times, 0.5)),
    slowest: round(Math.max(...times)),
  }
}

/** @returns what the process answers */
async function tell<T>(child: ChildProcess, message: ColdOrder | 'go'): Promise<T> {
  const answered = once(child, 'message')
  const ended = once(child, 'exit').then(() => null)
  child.send(message)
  const answer = await Promise.race([answered, ended])
  if (!answer) throw new Error('A process of cold readers ended early')
  return answer[0]
}
