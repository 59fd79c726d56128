import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import type { FlagsAsWritten } from '@/lib/flags/definitions'
import { createTestDatabase } from '@/tests/support/test-database'
import { startEdgeConfig } from '../../../local/edge-config.mjs'

export const everythingNew: FlagsAsWritten = {
  'cache-enabled': true,
  'cache-path': { default: { path: 'redis' } },
  'http-validators': { default: true },
  'live-updates': { default: true },
}

const id = 'ecfg_own'
const [token, managementToken] = ['of readers', 'of managers']

/** An Edge Config of one test's own, which it can write and make fail. */
export async function startOwnEdgeConfig(flags: unknown = everythingNew) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-flags-'))
  const file = path.join(folder, 'items.json')
  const config = await startEdgeConfig({ file, id, token, managementToken, items: { flags } })
  const origin = `http://127.0.0.1:${config.port}`
  const management = `${origin}/v1/edge-config/${id}`
  return {
    env: {
      EDGE_CONFIG: `${origin}/${id}?token=${encodeURIComponent(token)}`,
      FLAGS_MANAGEMENT_URL: management,
      FLAGS_MANAGEMENT_TOKEN: managementToken,
    },
    suffer: config.suffer,
    async write(value: unknown) {
      const answer = await fetch(`${management}/items`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${managementToken}` },
        body: JSON.stringify({ items: [{ operation: 'upsert', key: 'flags', value }] }),
      })
      if (!answer.ok) throw new Error(`The flags were refused: ${answer.status}`)
    },
    async stop() {
      await config.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The server's modules anew, as one process of the site that has just begun. */
export async function startOwnProcess(env: Record<string, string>) {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, Symbol.for('portolan.container'))
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const [{ container }, { read }, { requestFlags }, { withRequestReads, requestReads }] =
    await Promise.all([
      import('@/lib/server/container'),
      import('@/lib/server/read'),
      import('@/lib/server/flags/request-flags'),
      import('@/lib/server/request-reads'),
    ])
  const { flagsOf } = await import('@/lib/server/flags/flags-of')
  const { flagSnapshot } = await import('@/lib/server/flags/flag-snapshot')
  const { flags, tenant, platform } = container()
  // As at the boot: on a busy machine a first request might not wait long enough.
  await flags.refresh()
  return {
    flags,
    flagSnapshot,
    flagsOf,
    read,
    requestFlags,
    requestReads,
    withRequestReads,
    async end() {
      await Promise.all([tenant.close(), platform.close()])
      vi.unstubAllEnvs()
    },
  }
}

export type OwnProcess = Awaited<ReturnType<typeof startOwnProcess>>

/** The environment of a process on a database and an Edge Config of its own. */
export async function createOwnEnvironment() {
  const [database, config] = await Promise.all([createTestDatabase(), startOwnEdgeConfig()])
  const FLAGS_SECRET = randomBytes(32).toString('base64url')
  const APP_URL = 'https://portolan.example'
  return {
    config,
    ownerUrl: database.ownerUrl,
    env: { ...database.env, ...config.env, FLAGS_SECRET, APP_URL },
    async end() {
      await config.stop()
      await database.drop()
    },
  }
}
