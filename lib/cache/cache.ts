import type { ReadPolicy } from './read-policy'

/** The one way to read. Values are shared among their readers: nobody changes one. */
export interface Cache<Source> {
  read<Key, Input, Value>(
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    input: Input,
  ): Promise<Value>
}

/** The path `off`: every read is loaded from its source. */
export function createUncached<Source>(source: Source): Cache<Source> {
  return { read: (policy, key, input) => policy.load(source, key, input) }
}
