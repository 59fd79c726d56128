import { createScriptRunner, guarded } from './script-runner'
import { addFiguresScript } from './scripts/add-figures'
import { connectUpstash, type UpstashAddress } from './upstash-store'

const hour = 3_600_000
/** How long the counts of an hour are kept; milliseconds. */
const kept = 25 * hour

/** Named counts of all instances, hour by hour. */
export interface HourlyCounts {
  /** @param at milliseconds since 1970; decides on the hour and on nothing else */
  add(counts: readonly (readonly [name: string, count: number])[], at: number): Promise<void>
  /** What was added in the hour of `at` and in those before it, so many in all; each hour's own. */
  read(at: number, hours: number): Promise<[name: string, count: number][]>
}

/**
 * The counts in Redis: a hash per hour. Each call is one HTTP request of its own.
 * @param keyOf an hour since 1970
 */
export function createHourlyCounts(
  address: UpstashAddress,
  keyOf: (hour: number) => string,
): HourlyCounts {
  const redis = connectUpstash(address)
  const run = createScriptRunner(redis)
  const keyAt = (at: number) => keyOf(Math.floor(at / hour))

  return {
    async add(counts, at) {
      const some = counts.filter(([, count]) => count > 0)
      if (some.length === 0) return
      const args = [String(kept), ...some.flatMap(([name, count]) => [name, String(count)])]
      await run({ script: addFiguresScript, keys: [keyAt(at)], args })
    },
    async read(at, hours) {
      const pipeline = redis.pipeline()
      for (let back = 0; back < hours; back++) pipeline.hgetall(keyAt(at - back * hour))
      return (await guarded(pipeline.exec<unknown[]>())).flatMap(namesAndCounts)
    },
  }
}

/** Redis answers names and values in turn. */
function namesAndCounts(answer: unknown): [name: string, count: number][] {
  const list: unknown[] = Array.isArray(answer) ? answer : []
  return Array.from({ length: Math.floor(list.length / 2) }, (_, index) => [
    String(list[2 * index]),
    Number(list[2 * index + 1]),
  ])
}
