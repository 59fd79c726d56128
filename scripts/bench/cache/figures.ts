import path from 'node:path'
import { benchColdReaders } from './cold-readers'
import { benchDeadRedis } from './dead-redis'
import { readInfo, withFarEnd } from './far-end'
import { benchHits } from './hits'
import { benchManyKeys } from './many-keys'
import { benchMemoryGrowth } from './memory-growth'
import { benchTaggedEntries } from './tagged-entries'
import { benchWrites } from './writes'

export type CacheFigures = Awaited<ReturnType<typeof benchCache>>

/**
 * Every bench of the cache in one run against one Redis.
 * @param bumps of the bench of memory
 */
export function benchCache({ bumps }: { bumps: number }) {
  return withFarEnd(async (place) => ({
    engine: `${path.basename(place.origin)}, version ${await readInfo(place, 'redis_version')}`,
    hits: await benchHits(place),
    manyKeys: await benchManyKeys(place),
    taggedEntries: await benchTaggedEntries(place),
    coldReaders: await benchColdReaders(place),
    writes: await benchWrites(place),
    deadRedis: await benchDeadRedis(),
    memory: await benchMemoryGrowth(place, bumps),
  }))
}
