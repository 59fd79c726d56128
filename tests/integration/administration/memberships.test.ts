import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveEngagement } from '@/lib/domain/tenancy/commands/archive-engagement'
import { createEngagement } from '@/lib/domain/tenancy/commands/create-engagement'
import { changeMembershipRole } from '@/lib/domain/users/commands/change-membership-role'
import { giveMembership } from '@/lib/domain/users/commands/give-membership'
import { setUserDefault } from '@/lib/domain/users/commands/set-user-default'
import { takeMembership } from '@/lib/domain/users/commands/take-membership'
import { dataOf, type Stage, setStage } from './stage'

let stage: Stage
let engagementId: string
/** Another engagement of the same client account. */
let elsewhere: string
beforeAll(async () => {
  stage = await setStage()
  engagementId = stage.ids.engagement
  elsewhere = await newEngagement('Elsewhere')
})
afterAll(() => stage.end())

async function newEngagement(name: string): Promise<string> {
  const input = { clientId: stage.ids.client, name }
  return dataOf(await createEngagement(stage.admin, stage.deps, input)).id
}

async function archive(id: string): Promise<void> {
  dataOf(await archiveEngagement(stage.admin, stage.deps, { id, version: 1 }))
}

test('a membership is given, changed and taken, and each is obeyed at once', async () => {
  const { admin, deps } = stage
  const userId = await stage.add()
  const roles = async () => (await stage.person(userId)).memberships.map(({ role }) => role)
  const given = dataOf(await giveMembership(admin, deps, { userId, engagementId, role: 'viewer' }))
  expect(await roles()).toEqual(['viewer'])
  const change = { userId, engagementId, ...given, role: 'manager' } as const
  const changed = dataOf(await changeMembershipRole(admin, deps, change))
  expect(await roles()).toEqual(['manager'])
  const taken = dataOf(await takeMembership(admin, deps, { userId, engagementId, ...changed }))
  expect(taken).toEqual({ role: 'manager' })
  expect(await roles()).toEqual([])
  expect(await stage.audited(userId)).toEqual([
    'membership.given viewer',
    'membership.role_changed manager',
    'membership.taken manager',
  ])
})

test('the client account reads of it in its own log', async () => {
  const { admin, deps, ids } = stage
  const userId = await stage.add()
  dataOf(await giveMembership(admin, deps, { userId, engagementId, role: 'viewer' }))
  const [entry] = await stage.rows(sql`
    select actor_id, client_account_id, engagement_id from audit_log where subject_id = ${userId}`)
  expect(entry).toEqual({
    actor_id: admin.userId,
    client_account_id: ids.client,
    engagement_id: engagementId,
  })
})

test('nobody is let in twice, who waits not at all, and no one where nothing is', async () => {
  const { admin, deps } = stage
  const give = async (userId: string, place: string) => {
    const input = { userId, engagementId: place, role: 'viewer' } as const
    const result = await giveMembership(admin, deps, input)
    return result.ok ? 'ok' : result.code
  }
  expect(await give(await stage.add({ role: 'viewer' }), engagementId)).toBe('conflict')
  expect(await give(await stage.add({ status: 'pending' }), engagementId)).toBe('not_found')
  expect(await give(crypto.randomUUID(), engagementId)).toBe('not_found')
  expect(await give(await stage.add(), crypto.randomUUID())).toBe('not_found')
  const closed = await newEngagement('Closed')
  await archive(closed)
  expect(await give(await stage.add(), closed)).toBe('not_found')
})

test('a membership that was changed since is neither changed nor taken', async () => {
  const { admin, deps } = stage
  const userId = await stage.add({ role: 'viewer' })
  const seen = { userId, engagementId, version: 1 }
  dataOf(await changeMembershipRole(admin, deps, { ...seen, role: 'analyst' }))
  const late = await changeMembershipRole(admin, deps, { ...seen, role: 'manager' })
  expect(late).toMatchObject({ ok: false, code: 'conflict' })
  expect(await takeMembership(admin, deps, seen)).toMatchObject({ code: 'conflict' })
  expect((await stage.person(userId)).memberships).toMatchObject([{ role: 'analyst' }])
})

test('a default is set, and changed only as it was seen', async () => {
  const { admin, deps } = stage
  const userId = await stage.add({ role: 'viewer' })
  dataOf(await giveMembership(admin, deps, { userId, engagementId: elsewhere, role: 'viewer' }))
  const set = (place: string, version: number) =>
    setUserDefault(admin, deps, { userId, engagementId: place, version })
  dataOf(await set(engagementId, 0))
  expect((await stage.person(userId)).defaults).toMatchObject({ engagementSlug: 'erp' })
  expect(await set(elsewhere, 0)).toMatchObject({ ok: false, code: 'conflict' })
  const { defaults } = await stage.find(userId)
  dataOf(await set(elsewhere, defaults?.version ?? 0))
  expect((await stage.person(userId)).defaults).toMatchObject({ engagementSlug: 'elsewhere' })
  expect(await set(engagementId, 1)).toMatchObject({ ok: false, code: 'conflict' })
})

test('a default lies where the person may go; an administrator goes anywhere', async () => {
  const { admin, deps } = stage
  const set = async (userId: string, place: string) => {
    const result = await setUserDefault(admin, deps, { userId, engagementId: place, version: 0 })
    return result.ok ? 'ok' : result.code
  }
  expect(await set(await stage.add({ role: 'viewer' }), elsewhere)).toBe('not_found')
  expect(await set(await stage.add({ isAdmin: true }), elsewhere)).toBe('ok')
  const closed = await newEngagement('Closed, too')
  const member = await stage.add()
  dataOf(
    await giveMembership(admin, deps, { userId: member, engagementId: closed, role: 'viewer' }),
  )
  await archive(closed)
  expect(await set(member, closed)).toBe('not_found')
})
