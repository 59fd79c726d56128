import { randomBytes } from 'node:crypto'
import { startRedisEngine } from '../../../local/redis-engine.mjs'
import { startUpstashGateway } from '../../../local/upstash-gateway.mjs'
import type { FarEndPlace } from './far-end'

/**
 * A Redis engine and Upstash's interface before it, in a process of their own as in production, so
 * that they and what is measured do not wait for one another. Lives until its parent lets go.
 */
const engine = await startRedisEngine()
const token = randomBytes(16).toString('hex')
const gateway = await startUpstashGateway({ redisUrl: engine.url, token })
process.once('disconnect', async () => {
  await gateway.stop()
  await engine.stop()
  process.exit()
})
const place: FarEndPlace = {
  url: `http://127.0.0.1:${gateway.port}`,
  token,
  redisUrl: engine.url,
  origin: engine.origin,
}
process.send?.(place)
