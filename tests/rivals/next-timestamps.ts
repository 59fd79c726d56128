import type { Redis } from '@upstash/redis'
import { type Rival, toldByOneCall } from './rival'

interface Entry<Value> {
  value: Value
  timestamp: number
}

/**
 * The order that Next.js keeps: an entry is expired when one of its tags was revalidated after the
 * entry's timestamp (next/dist/server/lib/incremental-cache/tags-manifest). Its caches of fetches
 * take the time at which the value is stored, those of 'use cache' the time at which its making
 * began; either is a clock of the process.
 */
export function createNextRivals<Value = number>(redis: Redis): Rival<Value>[] {
  const openBy = (
    name: string,
    timestampOf: (began: number, stored: number) => number,
  ): Rival<Value> => ({
    name,
    open(origin, clockSkew) {
      const now = () => Date.now() + clockSkew
      const [at, tagAt] = [(key: string) => `next:${key}`, (key: string) => `next-tag:${key}`]
      async function read(key: string): Promise<Value> {
        const [text, expiredAt] = await redis.mget<(string | null)[]>(at(key), tagAt(key))
        const entry: Entry<Value> | null = text ? JSON.parse(text) : null
        if (entry && !(Number(expiredAt ?? 0) > entry.timestamp)) return entry.value
        const began = now()
        const value = await origin.load(key)
        const made: Entry<Value> = { value, timestamp: timestampOf(began, now()) }
        await redis.set(at(key), JSON.stringify(made), { px: 600_000 })
        return value
      }
      return toldByOneCall(read, (key) => redis.set(tagAt(key), String(now())))
    },
  })
  return [
    openBy('timestamps as of fetches in Next.js, clocks to 20 ms wrong', (_, stored) => stored),
    openBy('timestamps as of ‘use cache’ in Next.js, clocks to 20 ms wrong', (began) => began),
  ]
}
