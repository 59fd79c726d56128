import type { Tag } from '@/lib/base/tag'
import type { EntryPlace } from './codec'
import { type Keys, withNamespaceTags } from './keys'
import type { Caching, Profile } from './read-policy'
import { longestEntryLife } from './store'
import { checkTagCount } from './tag-limit'

/** A read with its key and input: where its value stands, and how to load it. */
export interface BoundRead {
  name: string
  place: EntryPlace
  leaseKey: string
  tags: readonly Tag[]
  profile: Profile
  /** Milliseconds that the path `legacy` keeps the value. */
  legacyLife: number
  load(): Promise<unknown>
}

/**
 * Where a read's value stands, from its key and input alone.
 * @throws TypeError when they are no plain JSON
 * @throws RangeError when the read names more tags than a script may touch
 */
export function bindRead<Key, Input>(
  keys: Keys,
  name: string,
  caching: Caching<Key, Input>,
  key: Key,
  input: Input,
): Omit<BoundRead, 'load'> {
  const namespace = caching.namespace(key)
  const { version, profile, legacyLife } = caching
  const entry = { namespace, read: name, schemaHash: String(version), input: [key, input] }
  const entryKey = keys.entry(entry)
  const tags = withNamespaceTags(namespace, caching.tags(key, input))
  checkTagCount(`The read ${name}`, tags)
  return {
    name,
    place: { namespace, entryKey },
    leaseKey: keys.lease(entryKey),
    tags,
    profile: { ...profile, hard: Math.min(profile.hard, longestEntryLife) },
    legacyLife,
  }
}
