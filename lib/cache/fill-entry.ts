import type { BoundRead } from './bound-read'
import type { ReadParts } from './read-parts'

/** A value was read that JSON would change. */
class UnstorableError extends Error {
  override name = 'UnstorableError'

  constructor(read: string, at: string) {
    super(`The value of ${read} would not come back from JSON as it is: ${at}`)
  }
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
  const { place, profile, name } = read
  const lease = { key: read.leaseKey, versions }
  const now = Math.round(timer.now())
  const computeMs = Math.max(0, Math.round(now - began))
  const [softExpiry, hardExpiry] = [now + profile.soft, now + profile.hard]
  const encoded = codec.encode(place, { versions, softExpiry, hardExpiry, computeMs }, value)
  if (!encoded.ok) {
    const { ok: _, ...why } = encoded
    report({ kind: 'unfilled', read: name, ...why })
    parts.background(store.ask('release', (redis) => redis.release(lease)))
    if (strictValues && why.reason === 'unstorable') throw new UnstorableError(name, why.at)
    return now
  }
  const { text } = encoded
  const filled = await store.ask('fill', async (redis) => {
    await redis.fill({ entryKey: place.entryKey, lease, value: text, life: profile.hard })
    return true
  })
  if (filled) report({ kind: 'fill', read: name, computeMs, size: text.length })
  else report({ kind: 'unfilled', read: name, reason: 'redis' })
  return now
}
