import { type CountStore, type Counts, countNames } from './counters'
import type { Keys } from './keys'
import { guarded } from './script-runner'
import { connectUpstash, type UpstashAddress } from './upstash-store'

/** The counts in Redis: a hash per read. Each call is one HTTP request of its own. */
export function createUpstashCounts(address: UpstashAddress & { keys: Keys }): CountStore {
  const { keys } = address
  const redis = connectUpstash(address)
  return {
    async add(counts) {
      if (counts.size === 0) return
      const pipeline = redis.pipeline()
      for (const [read, sums] of counts) {
        pipeline.sadd(keys.countedReads(), read)
        for (const [name, sum] of Object.entries(sums)) {
          pipeline.hincrby(keys.counts(read), name, sum)
        }
      }
      await guarded(pipeline.exec())
    },
    async readAll() {
      const reads = (await guarded(redis.smembers<string[]>(keys.countedReads()))).toSorted()
      if (reads.length === 0) return new Map()
      const pipeline = redis.pipeline()
      for (const read of reads) pipeline.hmget(keys.counts(read), ...countNames)
      const answers = await guarded(pipeline.exec<unknown[]>())
      return new Map(reads.map((read, index) => [read, toCounts(answers[index])]))
    },
  }
}

function toCounts(values: unknown): Counts {
  const list: unknown[] = Array.isArray(values) ? values : []
  const known = countNames.flatMap((name, index) => {
    const count = Number(list[index])
    return count > 0 ? [[name, count] as const] : []
  })
  return Object.fromEntries(known)
}
