import type { Keys } from './keys'
import { guarded } from './script-runner'
import { connectUpstash, type UpstashAddress } from './upstash-store'

/** What each living process says of itself. */
export interface Instances {
  /** @param life milliseconds after which a process that says nothing more is gone */
  note(id: string, words: string, life: number): Promise<void>
  /** By the ids of the processes. */
  readAll(): Promise<Map<string, string>>
}

/** Who is living is decided by Redis alone: a key for each process, which ends by itself. */
export function createUpstashInstances(address: UpstashAddress & { keys: Keys }): Instances {
  const { keys } = address
  const redis = connectUpstash(address)
  return {
    async note(id, words, life) {
      const both = redis.multi()
      both.sadd(keys.instances(), id)
      both.set(keys.instance(id), words, { px: life })
      await guarded(both.exec())
    },
    async readAll() {
      const ids = (await guarded(redis.smembers<string[]>(keys.instances()))).toSorted()
      if (ids.length === 0) return new Map()
      const words = await guarded(redis.mget<(string | null)[]>(...ids.map(keys.instance)))
      const gone = ids.filter((_, index) => words[index] == null)
      const [first, ...others] = gone
      // One that begins to speak again just now enters its name anew within its life.
      if (first !== undefined) await guarded(redis.srem(keys.instances(), first, ...others))
      return new Map(ids.flatMap((id, index) => [[id, words[index]] as const].filter(isSaid)))
    },
  }
}

function isSaid(entry: readonly [string, string | null | undefined]): entry is [string, string] {
  return typeof entry[1] === 'string'
}
