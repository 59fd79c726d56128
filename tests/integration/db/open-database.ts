import type { Pool, PoolClient } from '@neondatabase/serverless'
import { afterAll, beforeAll } from 'vitest'
import { createDatabase, createPool, type Database } from '@/db/client'
import { createTestDatabase, type TestDatabase } from '@/tests/support/test-database'

/** A database of the test file's own, migrated and empty, and its three logins. */
export interface OpenDatabase {
  owner: Database
  app: Database
  platform: Database
  /** Where the tenants' login goes. */
  appUrl: string
  /** One connection of the owner, as migrations use it. */
  ownerClient: PoolClient
  /** Another of the same. */
  secondOwnerClient: PoolClient
}

/** Opens a database before the tests of a file and drops it after them. */
export function openDatabase(): OpenDatabase {
  const open = {} as OpenDatabase
  let made: TestDatabase | undefined
  let pool: Pool | undefined

  beforeAll(async () => {
    made = await createTestDatabase()
    const settings = { tls: false, maxConnections: 2 }
    pool = createPool({ ...settings, url: made.ownerUrl })
    open.appUrl = made.appUrl
    open.owner = createDatabase({ ...settings, url: made.ownerUrl })
    open.app = createDatabase({ ...settings, maxConnections: 1, url: made.appUrl })
    open.platform = createDatabase({ ...settings, url: made.platformUrl })
    open.ownerClient = await pool.connect()
    open.secondOwnerClient = await pool.connect()
  })

  afterAll(async () => {
    open.ownerClient?.release()
    open.secondOwnerClient?.release()
    await Promise.all([pool?.end(), open.owner?.close(), open.app?.close(), open.platform?.close()])
    await made?.drop()
  })

  return open
}
