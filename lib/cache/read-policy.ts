import type { Namespace, Tag } from '@/lib/base/tag'

/**
 * One read of the application: its name and how to load it. `load` gets the key of the namespace
 * and the input, never the whole Scope, so that a value depends on nothing that is not in its key.
 */
export interface ReadPolicy<Source, Key, Input, Value> {
  readonly name: string
  load(source: Source, key: Key, input: Input): Promise<Value>
  /** How its values are kept; a read without it is loaded every time. */
  readonly caching?: Caching<Key, Input>
}

/** Everything here follows from key and input alone. */
export interface Caching<Key, Input> {
  /** To be raised with every change of the value's shape or meaning: two versions never meet. */
  readonly version: number
  /**
   * What of a key the value depends on, where callers may pass more (a whole Scope is a key, too);
   * tags and load get this and nothing else. The key as it is when not given.
   */
  identity?(key: Key): Key
  namespace(key: Key): Namespace
  /** The facts that the value depends on; its namespace goes without saying. */
  tags(key: Key, input: Input): readonly Tag[]
  readonly profile: Profile
  /** Milliseconds that the old system kept such a value. */
  readonly legacyLife: number
  /** With which other reads, and for whom, its path is chosen. The cache itself asks for neither. */
  readonly group?: string
  clientOf?(key: Key): string | null
}

/** How long a value that nobody declared changed is kept. */
export interface Profile {
  /** Milliseconds until it is loaded anew, and until it is gone; a day at most. */
  readonly soft: number
  readonly hard: number
  /** Between the two: serve it and load anew behind the reader's back. */
  readonly staleWhileRevalidate: boolean
  /** Between the two: serve it when the load fails. */
  readonly staleIfError: boolean
}

/** Declares a read. Declarations live in a domain's `reads.ts` and nowhere else. */
export function defineRead<Source, Key, Input, Value>(
  policy: ReadPolicy<Source, Key, Input, Value>,
): ReadPolicy<Source, Key, Input, Value> {
  return policy
}
