/** The values that were put in last; older ones are forgotten. */
export interface Recent<Value> {
  get(name: string): Value | undefined
  put(name: string, value: Value): void
}

/** @param most how many are remembered */
export function createRecent<Value>(most: number): Recent<Value> {
  const held = new Map<string, Value>()
  return {
    get: (name) => held.get(name),
    put(name, value) {
      held.delete(name)
      held.set(name, value)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
  }
}
