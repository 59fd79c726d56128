import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archiveClientAccount } from '@/lib/domain/tenancy/commands/archive-client-account'
import { archiveEngagement } from '@/lib/domain/tenancy/commands/archive-engagement'
import { createClientAccount } from '@/lib/domain/tenancy/commands/create-client-account'
import { createEngagement } from '@/lib/domain/tenancy/commands/create-engagement'
import { renameClientAccount } from '@/lib/domain/tenancy/commands/rename-client-account'
import { renameEngagement } from '@/lib/domain/tenancy/commands/rename-engagement'
import { restoreClientAccount } from '@/lib/domain/tenancy/commands/restore-client-account'
import { restoreEngagement } from '@/lib/domain/tenancy/commands/restore-engagement'
import { findClientAccount, listClientAccounts } from '@/lib/domain/tenancy/list-client-accounts'
import { findEngagement } from '@/lib/domain/tenancy/queries'
import { dataOf, type Stage, setStage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.end())

const account = async (name: string) =>
  dataOf(await createClientAccount(stage.admin, stage.deps, { name }))
const engagement = async (clientId: string, name: string) =>
  dataOf(await createEngagement(stage.admin, stage.deps, { clientId, name }))

test('a client account and its engagement are opened at addresses made from their names', async () => {
  const { deps } = stage
  const client = await account('Initech & Söhne')
  expect(client.slug).toBe('initech-sohne')
  const made = await engagement(client.id, 'Move to Rome (2027)')
  const entry = await findEngagement(deps.db, {
    client: 'initech-sohne',
    engagement: 'move-to-rome-2027',
  })
  expect(entry).toMatchObject({ clientId: client.id, engagementId: made.id })
  expect(await stage.audited(client.id)).toEqual(['client_account.created Initech & Söhne'])
  expect(await stage.audited(made.id)).toEqual(['engagement.created Move to Rome (2027)'])
})

test('names are unique, whatever their case, and slugs are whatever the name', async () => {
  const { admin, deps } = stage
  const first = await account('Hooli')
  expect(await createClientAccount(admin, deps, { name: 'HOOLI' })).toMatchObject({
    code: 'already_exists',
    fields: { name: expect.any(String) },
  })
  expect((await account('Hooli!')).slug).toBe('hooli-2')
  expect((await account('Admin')).slug).toBe('admin-2')
  await engagement(first.id, 'Phase 1')
  const again = await createEngagement(admin, deps, { clientId: first.id, name: 'phase 1' })
  expect(again).toMatchObject({ code: 'already_exists' })
  expect((await engagement(first.id, 'Phase-1')).slug).toBe('phase-1-2')
  const elsewhere = await account('Pied Piper')
  expect((await engagement(elsewhere.id, 'Phase 1')).slug).toBe('phase-1')
})

test('two who open an account of the same name at the same moment: one is opened', async () => {
  const { admin, deps } = stage
  const results = await Promise.all(
    [1, 2].map(() => createClientAccount(admin, deps, { name: 'At Once' })),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

describe('a rename', () => {
  test('changes the name and no address', async () => {
    const { admin, deps } = stage
    const client = await account('Vandelay')
    const made = await engagement(client.id, 'Latex')
    const seen = { id: client.id, version: 1 }
    dataOf(await renameClientAccount(admin, deps, { ...seen, name: 'Vandelay Imports' }))
    dataOf(await renameEngagement(admin, deps, { id: made.id, version: 1, name: 'Exports' }))
    const entry = await findEngagement(deps.db, { client: 'vandelay', engagement: 'latex' })
    expect(entry).toMatchObject({ clientName: 'Vandelay Imports', engagementName: 'Exports' })
    // Its own name in another case is no other's.
    const recased = { ...seen, version: 2, name: 'VANDELAY Imports' }
    expect((await renameClientAccount(admin, deps, recased)).ok).toBe(true)
  })

  test('takes no name of another, and overwrites nothing that was not seen', async () => {
    const { admin, deps } = stage
    const client = await account('Umbrella')
    const [one, two] = [await engagement(client.id, 'One'), await engagement(client.id, 'Two')]
    const seen = { id: client.id, version: 1 }
    const code = async (result: Promise<{ ok: boolean; code?: string }>) => (await result).code
    expect(await code(renameClientAccount(admin, deps, { ...seen, name: 'acme' }))).toBe(
      'already_exists',
    )
    const rename = (id: string, version: number, name: string) =>
      code(renameEngagement(admin, deps, { id, version, name }))
    expect(await rename(two.id, 1, 'ONE')).toBe('already_exists')
    expect(await rename(one.id, 7, 'Three')).toBe('conflict')
    expect(await rename(crypto.randomUUID(), 1, 'Three')).toBe('not_found')
    expect(await code(renameClientAccount(admin, deps, { ...seen, version: 2, name: 'X' }))).toBe(
      'conflict',
    )
    const found = await findClientAccount(deps.db, 'umbrella')
    expect(found).toMatchObject({
      name: 'Umbrella',
      engagements: [{ name: 'One' }, { name: 'Two' }],
    })
  })
})

describe('what is archived', () => {
  test('is entered by nobody, and by the same people once it is restored', async () => {
    const { admin, deps, ids } = stage
    const userId = await stage.add({ role: 'analyst' })
    const places = async () => (await stage.person(userId)).memberships.length
    const address = { client: 'acme', engagement: 'erp' }
    const acts = [
      { id: ids.engagement, archive: archiveEngagement, restore: restoreEngagement },
      { id: ids.client, archive: archiveClientAccount, restore: restoreClientAccount },
    ]
    for (const { id, archive, restore } of acts) {
      const closed = dataOf(await archive(admin, deps, { id, version: 1 }))
      expect([await places(), await findEngagement(deps.db, address)]).toEqual([0, null])
      expect(await restore(admin, deps, { id, version: 1 })).toMatchObject({ code: 'conflict' })
      dataOf(await restore(admin, deps, { id, ...closed }))
      expect(await places()).toBe(1)
      expect(await findEngagement(deps.db, address)).not.toBeNull()
    }
    expect(await stage.audited(ids.engagement)).toEqual([
      'engagement.archived',
      'engagement.restored',
    ])
    expect(await stage.audited(ids.client)).toEqual([
      'client_account.archived',
      'client_account.restored',
    ])
  })

  test('is listed last, keeps its name and its address, and opens no engagement', async () => {
    const { admin, deps } = stage
    const client = await account('Aardvark')
    dataOf(await archiveClientAccount(admin, deps, { id: client.id, version: 1 }))
    const all = await listClientAccounts(deps.db)
    expect(all.at(-1)).toMatchObject({ slug: 'aardvark', archived: true, engagements: 0 })
    expect(await createClientAccount(admin, deps, { name: 'Aardvark' })).toMatchObject({
      code: 'already_exists',
    })
    const opened = await createEngagement(admin, deps, { clientId: client.id, name: 'Late' })
    expect(opened).toMatchObject({ ok: false, code: 'not_found' })
  })
})

test('the list counts engagements, and an account its members', async () => {
  const { deps, ids } = stage
  const [before] = await stage.rows<{ n: number }>(
    sql`select count(*)::int as n from memberships where engagement_id = ${ids.engagement}`,
  )
  await stage.add({ role: 'viewer' })
  const listed = (await listClientAccounts(deps.db)).find(({ slug }) => slug === 'acme')
  expect(listed?.engagements).toBe(1)
  const found = await findClientAccount(deps.db, 'acme')
  expect(found?.engagements).toMatchObject([{ slug: 'erp', members: (before?.n ?? 0) + 1 }])
  expect(await findClientAccount(deps.db, 'nobody')).toBeNull()
})
