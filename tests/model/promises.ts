import { valuesOfKey, type World } from './redis'
import type { Rules } from './rules'
import type { State, Value, Writer } from './state'

/** What each promise says of a write, with the exemptions that the documents name. */
const promises: { words: string; counts(writer: Writer, rules: Rules): boolean }[] = [
  {
    words: 'promise 1: older than an acknowledged write',
    counts: ({ acknowledged, bumpLost }) => acknowledged && !bumpLost,
  },
  {
    words: 'promise 2: older than a commit whose fence stood',
    counts: ({ transaction, fence, fenceLost, bumpLost }, { exemptsLostFences }) =>
      transaction === 'committed' &&
      fence === 'confirmed' &&
      !(fenceLost && exemptsLostFences) &&
      !bumpLost,
  },
  {
    words: 'promise 3: older than what the relay has done with',
    counts: ({ row, bumpLost }) => row === 'marked' && !bumpLost,
  },
]

/**
 * A read that begins now would be served any entry that is valid now, and join any load that it may
 * join: so the promises are invariants of states, and hits need no steps of their own.
 * @returns what is broken, in words; null when nothing is
 */
export function findBroken(world: World, state: State): string | null {
  const { isValid, mayJoin } = world.rules.decisions
  for (const key of world.configuration.keys.keys()) {
    const values = valuesOfKey(world, state.redis, key)
    const serves = (value: Value | null, how: string) =>
      value && promiseBroken(world, state, key, value, how)
    const entry = state.redis.entries[key]
    const old = entry && isValid(entry.versions, values) && serves(entry.value, 'a hit')
    if (old) return old
    for (const load of state.readers) {
      if (load?.key !== key || !mayJoin(values, load.versions)) continue
      const joined = serves(load.value, 'a joined load')
      if (joined) return joined
    }
  }
  return null
}

function promiseBroken(
  { configuration, rules }: World,
  { writers }: State,
  key: number,
  value: Value,
  how: string,
): string | null {
  const facts = configuration.keys[key] ?? []
  for (const { words, counts } of promises) {
    const isOlder = writers.some(
      (writer, index) =>
        counts(writer, rules) &&
        configuration.writers[index]?.facts.some((fact, place) => {
          const seen = value[facts.indexOf(fact)]
          return seen !== undefined && seen < (writer.order[place] ?? 0)
        }),
    )
    if (isOlder) return `${words} (${how} of key ${key})`
  }
  return null
}
