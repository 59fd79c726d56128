import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { findOnPath } from './find-on-path.mjs'
import { findFreePort } from './ports.mjs'
import { endGroup } from './processes.mjs'
import { connectRedis } from './redis-connection.mjs'
import { LaunchError } from './report.mjs'
import { startEmbeddedValkey } from './valkey-embedded.mjs'

/**
 * @typedef {object} RedisEngine
 * @property {string} url
 * @property {string} origin in words
 * @property {() => Promise<void>} stop
 */

/** @param {string} url resolves when the engine answers */
async function waitUntilReady(url) {
  const deadline = Date.now() + 10_000
  for (;;) {
    try {
      const connection = await connectRedis(url)
      await connection.send([['PING']])
      connection.close()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(25)
    }
  }
}

/** @param {string} file @returns {Promise<RedisEngine>} */
async function startProgram(file) {
  const port = await findFreePort()
  // Eviction would lose cache tags; persistence is nothing that a cache needs.
  const options = ['--maxmemory-policy', 'noeviction', '--save', '', '--appendonly', 'no']
  const child = spawn(file, ['--port', String(port), '--bind', '127.0.0.1', ...options], {
    detached: true,
    stdio: 'ignore',
  })
  const url = `redis://127.0.0.1:${port}`
  const failed = new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new LaunchError(`${file} ended at its start`)))
  })
  // Once it is up, its end is for the gateway to report.
  failed.catch(() => undefined)
  await Promise.race([waitUntilReady(url), failed])
  return { url, origin: file, stop: async () => (child.pid ? endGroup(child.pid) : undefined) }
}

/**
 * Finds or starts a Redis: REDIS_URL, a server program on PATH, else Valkey inside this process.
 * @returns {Promise<RedisEngine>}
 */
export async function startRedisEngine() {
  const given = process.env.REDIS_URL
  if (given) {
    await waitUntilReady(given)
    return { url: given, origin: 'REDIS_URL', stop: async () => undefined }
  }
  const program = findOnPath(['valkey-server', 'redis-server'])
  if (program) return startProgram(program)
  const embedded = await startEmbeddedValkey(await findFreePort())
  return { ...embedded, origin: 'Valkey, embedded' }
}
