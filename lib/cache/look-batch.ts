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
  let members: { entryKey: string; tagKeys: string[] }[] = []
  let union = new Set<string>()
  const close = () => {
    if (members.length > 0) batches.push(toBatch(members, [...union]))
    members = []
    union = new Set()
  }
  for (const { entryKey, tags } of requests) {
    const tagKeys = tags.map(keys.tag)
    const missing = new Set([entryKey, ...tagKeys].filter((key) => !union.has(key)))
    if (union.size + missing.size > mostKeys) close()
    for (const key of [entryKey, ...tagKeys]) union.add(key)
    members.push({ entryKey, tagKeys })
  }
  close()
  return batches
}

function toBatch(members: { entryKey: string; tagKeys: string[] }[], keys: string[]): LookBatch {
  const places = new Map(keys.map((key, index) => [key, index]))
  return {
    keys,
    read(values) {
      const valueAt = (key: string) => values[places.get(key) ?? -1] ?? null
      return members.map(({ entryKey, tagKeys }) => ({
        entry: valueAt(entryKey),
        values: tagKeys.map(valueAt),
      }))
    },
  }
}
