import { rmSync } from 'node:fs'
import path from 'node:path'
import { startEdgeConfig } from './edge-config.mjs'
import { startNeonBridge } from './neon-bridge.mjs'
import { startPostgres } from './postgres.mjs'
import { databaseName, databaseUrl } from './postgres-logins.mjs'
import { startRedisEngine } from './redis-engine.mjs'
import { loadSecrets, prepareDataDirectory } from './state.mjs'
import { startUpstashGateway } from './upstash-gateway.mjs'

const edgeConfigId = 'ecfg_local'

/** @typedef {import('./edge-config.mjs').Items} Items */

/**
 * @typedef {object} FarEnds
 * @property {Record<string, string>} env what a site needs to speak to them, secrets included;
 *   APP_URL, which depends on the site's port, is missing
 * @property {string} ownerUrl the owner's database URL (through the bridge)
 * @property {string} superuserUrl straight to PostgreSQL, for making and dropping databases
 * @property {string} home folder that lives and dies with the database
 * @property {boolean} created whether the database is new
 * @property {string[]} description one line for each, for people
 * @property {() => Promise<void>} stop
 */

/**
 * Starts what production has elsewhere: PostgreSQL behind Neon's protocols, a Redis engine behind
 * Upstash's, an Edge Config.
 * @param {{ dataDirectory: string, durable?: boolean, edgeConfigItems?: Items }} options
 *   durable: whether the database must survive a power cut (default); edgeConfigItems: what a new
 *   Edge Config holds
 * @returns {Promise<FarEnds>}
 */
export async function startFarEnds({ dataDirectory, durable = true, edgeConfigItems = {} }) {
  prepareDataDirectory(dataDirectory)
  const secrets = loadSecrets(dataDirectory)
  const {
    databasePasswords: passwords,
    redisToken,
    edgeConfigToken,
    flagsManagementToken,
  } = secrets
  /** @type {(() => Promise<void>)[]} */
  const started = []
  const stop = async () => {
    for (const end of started.reverse().splice(0)) await end()
  }
  /** @template {{ stop(): Promise<void> }} T @param {Promise<T>} starting */
  const keep = async (starting) => {
    const running = await starting
    started.push(() => running.stop())
    return running
  }

  try {
    const [postgres, redis] = await Promise.all([
      keep(startPostgres({ dataDirectory, durable, passwords })),
      keep(startRedisEngine()),
    ])
    const bridge = await keep(startNeonBridge(postgres.port))
    const gateway = await keep(startUpstashGateway({ redisUrl: redis.url, token: redisToken }))
    const file = path.join(dataDirectory, 'edge-config.json')
    // It names client accounts by their ids, which a new database gives anew.
    if (postgres.created) rmSync(file, { force: true })
    const config = await keep(
      startEdgeConfig({
        file,
        id: edgeConfigId,
        token: edgeConfigToken,
        managementToken: flagsManagementToken,
        items: edgeConfigItems,
      }),
    )
    const ownerUrl = databaseUrl('owner', passwords.owner, bridge.port)
    return {
      env: {
        DATABASE_URL: databaseUrl('app', passwords.app, bridge.port),
        PLATFORM_DATABASE_URL: databaseUrl('platform', passwords.platform, bridge.port),
        DATABASE_TLS: 'off',
        UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${gateway.port}`,
        UPSTASH_REDIS_REST_TOKEN: redisToken,
        EDGE_CONFIG: `http://127.0.0.1:${config.port}/${edgeConfigId}?token=${edgeConfigToken}`,
        FLAGS_MANAGEMENT_URL: `http://127.0.0.1:${config.port}/v1/edge-config/${edgeConfigId}`,
        FLAGS_MANAGEMENT_TOKEN: flagsManagementToken,
        FLAGS_SECRET: secrets.flagsSecret,
        NEXTAUTH_SECRET: secrets.sessionSecret,
        CRON_SECRET: secrets.cronSecret,
        CACHE_SECRET: secrets.cacheSecret,
      },
      ownerUrl,
      superuserUrl: databaseUrl('postgres', passwords.postgres, postgres.port, 'postgres'),
      home: postgres.home,
      created: postgres.created,
      description: [
        `PostgreSQL ${postgres.origin}, database "${databaseName}"`,
        `Redis engine: ${redis.origin}`,
        'Edge Config',
      ],
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
