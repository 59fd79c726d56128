import { createScriptCalls } from '@/lib/cache/script-calls'
import { storeLives } from '@/lib/cache/store'
import { newId } from '@/lib/write/connect'
import { connectRedis } from '../../../local/redis-connection.mjs'
import { type FarEndPlace, readInfo } from './far-end'
import { keys, namespace, openInstance, rowTag } from './instance'
import { round } from './latency'

const lives = storeLives(120_000, 10_000)
const batch = 500
const tagCount = 1_000
const samples = 10
const shortLife = 1_000

/**
 * What bumps leave in Redis: the events that the relay audits, for as long as a stream lives. Once
 * with the real life, in which nothing is trimmed yet, and once with one so short that the stream
 * comes to its steady size within the bench.
 */
export async function benchMemoryGrowth(place: FarEndPlace, bumps: number) {
  const { used, events } = await bumpMany(place, bumps, lives.stream)
  const short = await bumpMany(place, bumps / 2, shortLife)
  const half = short.used.slice(Math.floor(short.used.length / 2))
  return {
    bumps,
    bytesGrown: growth(used),
    bytesPerBump: round(growth(used) / bumps, 1),
    events,
    trimmed: {
      bumps: bumps / 2,
      streamLifeMs: shortLife,
      events: short.events,
      bytesGrown: growth(short.used),
      laterBytesPerBump: round(growth(half) / (bumps / 4), 1),
    },
  }
}

const growth = (used: readonly number[]) => (used.at(-1) ?? 0) - (used[0] ?? 0)

async function bumpMany(place: FarEndPlace, bumps: number, streamLife: number) {
  const instance = openInstance(place, { load: async () => null })
  await instance.store.open(namespace)
  const tags = Array.from({ length: tagCount }, (_, index) => rowTag(`growth ${index}`))
  for (let from = 0; from < tagCount; from += 100) {
    await instance.store.lease(growthLease, tags.slice(from, from + 100))
  }
  const calls = createScriptCalls(keys, { ...lives, stream: streamLife })
  const used: number[] = []
  const connection = await connectRedis(place.redisUrl)
  try {
    await connection.send([['DEL', keys.stream(namespace)]])
    const { script } = calls.bump(newId(), tags.slice(0, 1), newId())
    const [digest] = await connection.send([['SCRIPT', 'LOAD', script]])
    const command = (index: number) => {
      const tag = tags[index % tagCount] ?? rowTag('growth')
      const { keys: names, args } = calls.bump(newId(), [tag], newId())
      return ['EVALSHA', String(digest), String(names.length), ...names, ...args]
    }
    for (let done = 0; done < bumps; done += batch) {
      if (done % Math.ceil(bumps / samples) < batch) used.push(await usedMemory(place))
      await connection.send(Array.from({ length: batch }, (_, one) => command(done + one)))
    }
    used.push(await usedMemory(place))
    const [events] = await connection.send([['XLEN', keys.stream(namespace)]])
    await connection.send([['DEL', keys.stream(namespace)]])
    return { used, events: Number(events) }
  } finally {
    connection.close()
  }
}

const growthLease = keys.lease(
  keys.entry({ namespace, read: 'growth', schemaHash: '1', input: null }),
)

async function usedMemory(place: FarEndPlace): Promise<number> {
  return Number(await readInfo(place, 'used_memory'))
}
