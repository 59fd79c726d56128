import type { Keys } from './keys'
import type { LookAnswer, LookRequest } from './store'

/** Keys of one command at most; only a single request may have more. */
const mostKeys = 512

export interface LookBatch {
  keys: string[]
  /** @param values of the keys, in order */
  read(values: readonly (string | null)[]): LookAnswer[]
}

/**
 * Splits looks into commands. An entry and all its tags stay in one command, because only that is
 * one moment; a tag that several entries carry is asked for once.
 */
export function splitLooks(requests: readonly LookRequest[], keys: Keys): LookBatch[] {
  const batches: LookBatch[] = []
  let members: string[][] = []
  let places = new Map<string, number>()
  const close = () => {
    if (members.length > 0) batches.push(toBatch(members, places))
    members = []
    places = new Map()
  }
  for (const { entryKey, tags } of requests) {
    const wanted = [entryKey, ...tags.map(keys.tag)]
    const missing = wanted.filter((key) => !places.has(key))
    if (places.size + missing.length > mostKeys) close()
    for (const key of wanted) if (!places.has(key)) places.set(key, places.size)
    members.push(wanted)
  }
  close()
  return batches
}

/**
 * @param members of each look the keys, its entry's first
 * @param places of the keys in the command, which is their order here
 */
function toBatch(members: readonly string[][], places: ReadonlyMap<string, number>): LookBatch {
  return {
    keys: [...places.keys()],
    read(values) {
      const valueAt = (key: string) => values[places.get(key) ?? -1] ?? null
      return members.map((keys) => {
        const [entry = null, ...tagValues] = keys.map(valueAt)
        return { entry, values: tagValues }
      })
    },
  }
}
