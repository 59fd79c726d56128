import { startRedisEngine } from '../../local/redis-engine.mjs'
import { startUpstashGateway } from '../../local/upstash-gateway.mjs'

/** A Redis behind Upstash's interface whose engine can be replaced by one that knows nothing. */
export interface RestartableRedis {
  url(): string
  port(): number
  restart(): Promise<void>
  flush(): Promise<void>
  stop(): Promise<void>
}

export async function createRedis(token: string): Promise<RestartableRedis> {
  const start = async () => {
    const engine = await startRedisEngine()
    return { engine, gateway: await startUpstashGateway({ redisUrl: engine.url, token }) }
  }
  let running = await start()
  const url = () => `http://127.0.0.1:${running.gateway.port}`
  const stop = async () => {
    await running.gateway.stop()
    await running.engine.stop()
  }
  return {
    url,
    port: () => running.gateway.port,
    stop,
    async restart() {
      await stop()
      running = await start()
    },
    async flush() {
      const response = await fetch(url(), {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        body: JSON.stringify(['FLUSHALL']),
      })
      if (!response.ok) throw new Error(`FLUSHALL was answered with ${response.status}`)
      await response.body?.cancel()
    },
  }
}
