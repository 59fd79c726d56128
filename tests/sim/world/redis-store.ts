import type { Store } from '@/lib/cache/store'
import type { EventLog } from '@/lib/write/relay'
import type { Network } from './network'
import type { Process } from './process'
import type { Redis } from './redis'

/** The cache's store of one process, over the network. */
export function createRedisStore(
  network: Network,
  redis: Redis,
  process: Process,
  stamp: () => number,
): Store & EventLog {
  let requests = 0
  const call = <T>(name: string, serve: (nonce: string) => T): Promise<T> => {
    requests += 1
    // Delivered twice, a request brings its nonce along twice.
    const nonce = `${process.name}n${requests}`
    return network.redis(process, name, () => serve(nonce))
  }
  return {
    look: (requests) => call('look', () => redis.look(requests)),
    lease: (key, tags) => call('lease', (nonce) => redis.lease(key, tags, nonce)),
    fill: (fill) => call('fill', () => redis.fill(fill)),
    release: (lease) => call('release', () => redis.release(lease)),
    fence: (tags, id) => call(`fence ${id}`, (nonce) => redis.fence(tags, id, nonce)),
    bump: (tags, id) => call(`bump ${id}`, (nonce) => redis.bump(tags, id, nonce)),
    lift: (tags, id) => call(`lift ${id}`, () => redis.lift(tags, id)),
    tidy: (tags) => call('tidy', (nonce) => redis.tidy(tags, nonce)),
    open: (namespace) => call('open', () => redis.open(namespace)),
    ping: () => {
      process.pinged = stamp()
      return call('ping', () => undefined)
    },
    present: (namespace, ids) => call('present', () => redis.present(namespace, ids)),
  }
}
