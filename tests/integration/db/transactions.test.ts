import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type Transaction } from '@/db/client'
import { assets, auditLog } from '@/db/schema'
import { systemClock } from '@/lib/base/clock'
import { failure, success } from '@/lib/base/result'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transact, transactPlatform } from '@/lib/write/transact'
import { testCoherence } from '@/tests/support/coherence'
import { fillEveryTable, type TwoTenants } from './every-table'
import { openDatabase } from './open-database'

// Its login of the app has one socket only: what breaks it breaks the next test.
const database = openDatabase()
let tenants: TwoTenants

beforeAll(async () => {
  tenants = await database.owner.transaction(null, fillEveryTable)
})

const deps = () => ({ db: database.app, clock: systemClock, coherence: testCoherence() })
const acme = () => ({
  clientId: tenants.acme.clientAccountId,
  engagementId: tenants.acme.engagementId,
})
const rename = (tx: Transaction, name: string) => tx.update(assets).set({ name })

async function assetName(): Promise<string | undefined> {
  const [asset] = await database.app.read(acme().clientId, (q) =>
    q.select({ name: assets.name }).from(assets),
  )
  return asset?.name
}

describe('transact', () => {
  test('keeps what a successful command wrote', async () => {
    const result = await transact(acme(), deps(), async (tx) => {
      await rename(tx, 'kept')
      return success('done')
    })
    expect(result).toEqual(success('done'))
    expect(await assetName()).toBe('kept')
  })

  test('takes back what a refused command wrote, and hands the refusal on', async () => {
    const refusal = failure('conflict', { details: { version: 3 } })
    const result = await transact(acme(), deps(), async (tx) => {
      await rename(tx, 'refused')
      return refusal
    })
    expect(result).toBe(refusal)
    expect(await assetName()).toBe('kept')
  })

  test('takes back what was written before a throw, and throws it on', async () => {
    const mistake = new Error('unexpected')
    const attempt = transact(acme(), deps(), async (tx) => {
      await rename(tx, 'thrown')
      throw mistake
    })
    await expect(attempt).rejects.toBe(mistake)
    expect(await assetName()).toBe('kept')
  })

  test('goes on with the same connection after the database itself refused', async () => {
    const pid = () =>
      transact(acme(), deps(), async (tx) =>
        success((await tx.execute(sql`select pg_backend_pid() as pid`)).rows[0]?.pid),
      )
    const before = await pid()
    const attempt = transact(acme(), deps(), async (tx) => {
      await tx.execute(sql`select 1 / 0`)
      return success(null)
    })
    await expect(attempt).rejects.toMatchObject({ cause: { code: '22012' } })
    expect(await pid()).toEqual(before)
  })

  test('acts as the client account of its scope only', async () => {
    const globex = { clientId: tenants.globex.clientAccountId }
    await transact(globex, deps(), async (tx) => {
      await rename(tx, 'of globex')
      return success(null)
    })
    expect(await assetName()).toBe('kept')
  })

  test('a lost connection is replaced', async () => {
    // A login may end its own connections.
    const other = createDatabase({ url: database.appUrl, tls: false, maxConnections: 1 })
    await expect(
      transact(acme(), deps(), async (tx) => {
        const [row] = (await tx.execute(sql`select pg_backend_pid() as pid`)).rows
        await other.transaction(null, (own) =>
          own.execute(sql`select pg_terminate_backend(${row?.pid}::int)`),
        )
        await rename(tx, 'lost')
        return success(null)
      }),
    ).rejects.toMatchObject({ cause: { message: expect.stringMatching(/connection/i) } })
    expect(await assetName()).not.toBe('lost')
    await other.close()
    expect(
      (await transact(acme(), deps(), async (tx) => success(await rename(tx, 'again')))).ok,
    ).toBe(true)
  })
})

describe('recordAudit', () => {
  test('writes an entry for a scope', async () => {
    const scope = { ...acme(), userId: '019a9c3e-7b1c-7e2a-9f00-3d2b1c0a9f8e' }
    const entry = {
      action: 'mapping.approved',
      subjectType: 'field_mapping',
      subjectId: 'all',
    } as const
    await transact(scope, deps(), async (tx) =>
      success(await recordAudit(tx, scope, { ...entry, detail: { count: 3 } })),
    )
    const [row] = await database.app.read(scope.clientId, (q) =>
      q.select().from(auditLog).where(eq(auditLog.action, entry.action)),
    )
    expect(row).toMatchObject({
      ...entry,
      clientAccountId: scope.clientId,
      engagementId: scope.engagementId,
      actorId: scope.userId,
      detail: { count: 3 },
    })
  })

  test('writes what belongs to no client account with the platform login', async () => {
    const entry = {
      action: 'access_request.rejected',
      subjectType: 'access_request',
      subjectId: '1',
    } as const
    const platform = { ...deps(), db: database.platform }
    await transactPlatform(platform, async (tx) =>
      success(await recordAudit(tx, { userId: null }, entry)),
    )
    const [row] = await database.platform.read(null, (q) =>
      q.select().from(auditLog).where(eq(auditLog.action, entry.action)),
    )
    expect(row).toMatchObject({ ...entry, clientAccountId: null, actorId: null, detail: null })
  })

  test('leaves no entry of what did not happen', async () => {
    const entry = {
      action: 'import.deleted',
      subjectType: 'data_import',
      subjectId: '1',
    } as const
    await transact(acme(), deps(), async (tx) => {
      await recordAudit(tx, { ...acme(), userId: null }, entry)
      return failure('conflict')
    })
    const rows = await database.app.read(acme().clientId, (q) =>
      q.select().from(auditLog).where(eq(auditLog.action, entry.action)),
    )
    expect(rows).toEqual([])
  })

  test('an entry cannot be changed or removed', async () => {
    const change = database.app.transaction(acme().clientId, (tx) => tx.delete(auditLog))
    await expect(change).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
