import type { BoundRead } from './bound-read'
import type { ReadParts } from './read-parts'

/** A value that JSON would change was read; where it stands in the value is in the message. */
export class UnstorableError extends Error {
  override name = 'UnstorableError'
}

/**
 * Stores a value that was loaded.
 * @param versions captured before the load began
 * @param began milliseconds since 1970
 * @returns when the value was there, milliseconds since 1970
 * @throws UnstorableError where values are to be strict
 */
export async function fillEntry(
  parts: ReadParts,
  read: BoundRead,
  versions: readonly string[],
  value: unknown,
  began: number,
): Promise<number> {
  const { codec, store, timer, report, strictValues } = parts
  const { place, leaseKey, profile, name } = read
  const now = Math.round(timer.now())
  const computeMs = Math.max(0, Math.round(now - began))
  const [softExpiry, hardExpiry] = [now + profile.soft, now + profile.hard]
  const encoded = codec.encode(place, { versions, softExpiry, hardExpiry, computeMs }, value)
  if (!encoded.ok) {
    report({ kind: 'unfilled', read: name, reason: encoded.reason })
    parts.background(store.ask('release', (redis) => redis.release(leaseKey)))
    if (strictValues && encoded.reason === 'unstorable') {
      throw new UnstorableError(`The value of ${name} would not come back from JSON as it is`)
    }
    return now
  }
  const { text } = encoded
  const filled = await store.ask('fill', async (redis) => {
    await redis.fill({ entryKey: place.entryKey, leaseKey, value: text, life: profile.hard })
    return true
  })
  if (filled) report({ kind: 'fill', read: name, computeMs, size: text.length })
  else report({ kind: 'unfilled', read: name, reason: 'redis' })
  return now
}
