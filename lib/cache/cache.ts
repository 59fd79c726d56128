import type { Tag } from '@/lib/base/tag'
import type { ReadOutcome } from './answer'
import type { ReadPolicy } from './read-policy'

/**
 * By which way a read gets its value; chosen per read.
 * - `off`: from its source
 * - `legacy`: from this process' map, which other processes' writes do not reach
 * - `shadow`: as legacy, and a sample of the reads is compared with redis behind the reader's back
 * - `redis`: by the protocol
 */
export type CachePath = 'off' | 'legacy' | 'shadow' | 'redis'

/** How one read went; holds no value and no input. */
export interface ReadFact {
  read: string
  path: CachePath
  outcome: ReadOutcome
  /** Of a miss or a bypass: why. */
  reason?: string
  /** Since the value was loaded. */
  ageSeconds?: number
  /** Until it is loaded anew though nobody declared it changed; below 0 when it is past that. */
  ttlSeconds?: number
  tags: readonly Tag[]
  /** From the call to the value. */
  milliseconds: number
}

/** The cache of one process; each request takes its own part of it. */
export interface ProcessCache<Source> {
  forRequest(): RequestCache<Source>
  /**
   * Loads what is not there yet, for readers to come; on the path `redis`, a few at a time.
   * @throws what a load throws
   */
  warm<Key, Input, Value>(
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    inputs: readonly Input[],
  ): Promise<void>
  /** Drops what the path `legacy` of this process holds under the tags; called at every change. */
  announced(tags: readonly Tag[]): void
}

/** The versions of facts themselves, for what is made of facts and kept by others: a validator. */
export interface TagVersions {
  /**
   * What stands under each tag at one moment, in their order; as `isSettled` of the protocol takes
   * it. Travels with the reads of the same tick. Null when Redis does not answer.
   */
  look(tags: readonly Tag[]): Promise<readonly (string | null)[] | null>
  /** Gives those that have no version one, for the next who looks; nobody waits for it. */
  begin(tags: readonly Tag[]): void
}

/** The reads of one request. Values are shared among their readers: nobody changes one. */
export interface RequestCache<Source> {
  read<Key, Input, Value>(
    path: CachePath,
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    input: Input,
  ): Promise<Value>
  /** Several inputs of one read; on the path `redis` they share one command. */
  readMany<Key, Input, Value>(
    path: CachePath,
    policy: ReadPolicy<Source, Key, Input, Value>,
    key: Key,
    inputs: readonly Input[],
  ): Promise<Value[]>
  /** Forgets what the request has read: called after each of its commands. */
  forget(): void
  /** One fact per read that has ended, in that order; the same read twice is one read. */
  facts(): readonly ReadFact[]
  /** Asks Redis whatever the reads' path. */
  readonly versions: TagVersions
}
