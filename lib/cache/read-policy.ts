/**
 * One read of the application: its name and how to load it. `load` gets the key of the namespace
 * and the input, never the whole Scope, so that a value depends on nothing that is not in its key.
 */
export interface ReadPolicy<Source, Key, Input, Value> {
  readonly name: string
  load(source: Source, key: Key, input: Input): Promise<Value>
}

/** Declares a read. Declarations live in a domain's `reads.ts` and nowhere else. */
export function defineRead<Source, Key, Input, Value>(
  policy: ReadPolicy<Source, Key, Input, Value>,
): ReadPolicy<Source, Key, Input, Value> {
  return policy
}
