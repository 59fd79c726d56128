import { namespaceTag } from '@/lib/base/tag'
import { connectRedis } from '../../../local/redis-connection.mjs'
import type { FarEndPlace } from './far-end'
import { codec, entryName, keys, namespace, openInstance, rowTag } from './instance'
import { quantile, round, time } from './latency'

const sizes = [1, 1_000, 100_000]
const bumps = 200
const batch = 1_000

/** How long it takes to invalidate what 1, 1,000 and 100,000 entries depend on; in turns. */
export async function benchTaggedEntries(place: FarEndPlace) {
  let loads = 0
  const instance = openInstance(place, { load: async () => ({ load: ++loads }) })
  await instance.store.open(namespace)
  const groups = []
  for (const size of sizes) {
    await fillGroup(place, instance, size)
    groups.push({ size, times: [] as number[] })
  }
  const servedBefore = await servesGroups(instance, () => loads)
  for (let turn = 0; turn < bumps; turn++) {
    for (const { size, times } of groups) {
      times.push(await time(() => instance.invalidation.bump([rowTag(groupTag(size))])))
    }
  }
  const servedAfter = await servesGroups(instance, () => loads)
  return {
    groups: groups.map(({ size, times }) => ({
      entries: size,
      p50: round(quantile(times, 0.5)),
      p99: round(quantile(times, 0.99)),
    })),
    servedBefore,
    servedAfter,
  }
}

type Instance = ReturnType<typeof openInstance>

const groupTag = (size: number) => `group of ${size}`
const member = (size: number, index: number) => ({
  id: `${groupTag(size)}, ${index}`,
  tags: [groupTag(size)],
})

/** Stores as many valid entries, straight to the engine, under the versions of a lease. */
async function fillGroup(place: FarEndPlace, { store }: Instance, size: number): Promise<void> {
  const tags = [namespaceTag(namespace), rowTag(groupTag(size))]
  const key = keys.lease(keys.entry(entryName(member(size, 0))))
  const { values: versions } = await store.lease(key, tags)
  await store.release({ key, versions })
  const expiry = Date.now() + 3_600_000
  const header = { versions, softExpiry: expiry, hardExpiry: expiry, computeMs: 1 }
  const connection = await connectRedis(place.redisUrl)
  try {
    for (let from = 0; from < size; from += batch) {
      const indices = Array.from({ length: Math.min(batch, size - from) }, (_, one) => from + one)
      await connection.send(
        indices.map((index) => {
          const entryKey = keys.entry(entryName(member(size, index)))
          const encoded = codec.encode({ namespace, entryKey }, header, { index })
          if (!encoded.ok) throw new Error(`An entry could not be stored: ${encoded.reason}`)
          return ['SET', entryKey, encoded.text, 'PX', '3600000']
        }),
      )
    }
  } finally {
    connection.close()
  }
}

/** How many of the groups' last entries are served without a load. */
async function servesGroups(instance: Instance, loads: () => number): Promise<number> {
  const before = loads()
  for (const size of sizes) await instance.read(member(size, size - 1))
  return sizes.length - (loads() - before)
}
