import type { Namespace } from '@/lib/base/tag'
import type { Keys } from '@/lib/cache/keys'
import { guarded } from '@/lib/cache/script-runner'
import { connectUpstash, type UpstashAddress } from '@/lib/cache/upstash-store'

/** Who is at what. Nothing of it outlives the people: they say again and again that they are there. */
export interface PresenceBook {
  /**
   * @param words what the person does there; null when they leave
   * @param life milliseconds after which a person who says nothing more is gone
   * @returns the words of all who are there, by their ids
   * @throws StoreError
   */
  note(where: Whereabouts, words: string | null, life: number): Promise<Map<string, string>>
}

interface Whereabouts {
  namespace: Namespace
  thing: string
  person: string
}

/** After an hour of silence the list of those who were there goes, too. */
const silence = 3_600_000

/** Who is there is decided by Redis alone: a key for each person, which ends by itself. */
export function createUpstashPresence(address: UpstashAddress & { keys: Keys }): PresenceBook {
  const { keys } = address
  const redis = connectUpstash(address)
  return {
    async note({ namespace, thing, person }, words, life) {
      const present = keys.present(namespace, thing)
      const keyOf = (id: string) => keys.presence(namespace, thing, id)
      const all = redis.multi()
      if (words === null) all.del(keyOf(person))
      else all.set(keyOf(person), words, { px: life })
      all.sadd(present, person)
      all.pexpire(present, silence)
      all.smembers(present)
      const answers = await guarded(all.exec<unknown[]>())
      const ids = namesIn(answers.at(-1))
      const said = await guarded(redis.mget<(string | null)[]>(...ids.map(keyOf)))
      const [first, ...others] = ids.filter((_, index) => said[index] == null)
      if (first !== undefined) await guarded(redis.srem(present, first, ...others))
      return new Map(ids.flatMap((id, index) => [[id, said[index]] as const].filter(isSaid)))
    },
  }
}

function namesIn(answer: unknown): string[] {
  const list: unknown[] = Array.isArray(answer) ? answer : []
  return list.filter((id) => typeof id === 'string').toSorted()
}

function isSaid(entry: readonly [string, string | null | undefined]): entry is [string, string] {
  return typeof entry[1] === 'string'
}
