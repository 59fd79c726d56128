import 'server-only'
import type { CachePath } from '@/lib/cache/cache'
import { isOnFor, pathFor } from '@/lib/flags/decide'
import type { FlagValues } from '@/lib/flags/definitions'
import { flagsDigest } from '@/lib/flags/digest'
import type { FlagSnapshot } from '@/lib/flags/flag-source'
import type { ReadGroup } from '@/lib/flags/read-groups'

/** What one request obeys from its beginning to its end. */
export interface RequestFlags {
  /**
   * @param group null for a read that belongs to none
   * @param clientId null for reads of the platform
   */
  pathOf(group: ReadGroup | null, clientId: string | null): CachePath
  httpValidators(clientId: string | null): boolean
  liveUpdates(clientId: string | null): boolean
  /** Stands for everything that decides here; part of every validator. */
  digest: string
  /** Of the values in the store; what middleware hands on in `flagsHeader`. */
  snapshotDigest: string
  /** Where the values come from. */
  source: FlagSnapshot['source']
}

/**
 * Makes the flags of a request of the values that it obeys.
 * @param path by which everything is read whatever the flags say; null for as they say
 */
export function obeyFlags(
  values: FlagValues,
  { digest: snapshotDigest, source }: Pick<FlagSnapshot, 'digest' | 'source'>,
  path: CachePath | null,
): RequestFlags {
  const digest = flagsDigest(values)
  return {
    pathOf: (group, clientId) => path ?? pathFor(values, group, clientId),
    httpValidators: (clientId) => isOnFor(values, 'http-validators', clientId),
    liveUpdates: (clientId) => isOnFor(values, 'live-updates', clientId),
    digest: path === null ? digest : `${digest}.${path}`,
    snapshotDigest,
    source,
  }
}

/**
 * For a request that began under values which this process does not know: everything is read from
 * the database, so that no older body goes out under a validator that was made of newer facts.
 */
export function readOnlyFromDatabase(snapshot: FlagSnapshot): RequestFlags {
  const flags = obeyFlags(snapshot.values, snapshot, 'off')
  return { ...flags, httpValidators: () => false }
}
