import { Redis } from '@upstash/redis'
import { createBentocacheRivals } from '@/tests/rivals/bentocache'
import { createCachifiedRival } from '@/tests/rivals/cachified'
import { ensureRivalsInstalled } from '@/tests/rivals/installed-package'
import { createNextRivals } from '@/tests/rivals/next-timestamps'
import type { Origin, Rival } from '@/tests/rivals/rival'
import type { FarEndPlace } from './far-end'

/** Other caches over the same client, by their own interfaces; where they know tags, with one. */
async function createRivals({ url, token }: FarEndPlace): Promise<Rival<unknown>[]> {
  ensureRivalsInstalled()
  const redis = new Redis({ url, token, automaticDeserialization: false, enableTelemetry: false })
  const [timestamps] = createNextRivals<unknown>(redis)
  return [
    ...(await createBentocacheRivals<unknown>(redis)),
    await createCachifiedRival<unknown>(redis),
    ...(timestamps ? [timestamps] : []),
  ]
}

/** @returns a process of each of them, by its name */
export async function openRivals(place: FarEndPlace, origin: Origin<unknown>) {
  const rivals = await createRivals(place)
  return rivals.map((rival) => ({ name: rival.name, ...rival.open(origin, 0) }))
}
