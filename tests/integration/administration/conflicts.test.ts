import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveEngagement } from '@/lib/domain/tenancy/commands/archive-engagement'
import { createClientAccount } from '@/lib/domain/tenancy/commands/create-client-account'
import { createEngagement } from '@/lib/domain/tenancy/commands/create-engagement'
import { renameClientAccount } from '@/lib/domain/tenancy/commands/rename-client-account'
import { renameEngagement } from '@/lib/domain/tenancy/commands/rename-engagement'
import { changeMembershipRole } from '@/lib/domain/users/commands/change-membership-role'
import { disableUser } from '@/lib/domain/users/commands/disable-user'
import { giveAdministration } from '@/lib/domain/users/commands/give-administration'
import { giveMembership } from '@/lib/domain/users/commands/give-membership'
import { setUserDefault } from '@/lib/domain/users/commands/set-user-default'
import { takeMembership } from '@/lib/domain/users/commands/take-membership'
import { dataOf, type Stage, setStage } from './stage'

/* Whoever edits what somebody else changed is told what it is now, and from which version to go on. */
let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.end())

const refusedFor = (newer: unknown) => ({ ok: false, code: 'conflict', details: { newer } })

async function place(name: string) {
  const { admin, deps } = stage
  const client = dataOf(await createClientAccount(admin, deps, { name }))
  const input = { clientId: client.id, name: `${name} move` }
  return { client, engagement: dataOf(await createEngagement(admin, deps, input)) }
}

test('of a name: the other one', async () => {
  const { admin, deps } = stage
  const { client } = await place('Vandelay')
  const seen = { id: client.id, version: 1 }
  dataOf(await renameClientAccount(admin, deps, { ...seen, name: 'Vandelay Industries' }))
  const late = await renameClientAccount(admin, deps, { ...seen, name: 'Vandelay Ltd' })
  const newer = { version: 2, values: { name: 'Vandelay Industries', archived: false } }
  expect(late).toMatchObject(refusedFor(newer))
  const again = { id: client.id, version: newer.version, name: 'Vandelay Ltd' }
  expect(dataOf(await renameClientAccount(admin, deps, again))).toEqual({ version: 3 })
})

test('of an engagement: that it is archived', async () => {
  const { admin, deps } = stage
  const { engagement } = await place('Kramerica')
  const seen = { id: engagement.id, version: 1 }
  dataOf(await archiveEngagement(admin, deps, seen))
  expect(await renameEngagement(admin, deps, { ...seen, name: 'Another' })).toMatchObject(
    refusedFor({ version: 2, values: { name: 'Kramerica move', archived: true } }),
  )
})

test('of a membership: the other role, and nothing when it was taken', async () => {
  const { admin, deps, ids } = stage
  const userId = await stage.add({ role: 'viewer' })
  const of = { userId, engagementId: ids.engagement }
  const seen = { ...of, version: 1 }
  dataOf(await changeMembershipRole(admin, deps, { ...seen, role: 'analyst' }))
  const analyst = refusedFor({ version: 2, values: { role: 'analyst' } })
  expect(await takeMembership(admin, deps, seen)).toMatchObject(analyst)
  expect(await giveMembership(admin, deps, { ...of, role: 'manager' })).toMatchObject(analyst)
  dataOf(await takeMembership(admin, deps, { ...of, version: 2 }))
  const gone = await changeMembershipRole(admin, deps, { ...seen, role: 'manager' })
  expect(gone).toMatchObject({ ...refusedFor(null), message: expect.stringContaining('removed') })
})

test('of a person: what they are', async () => {
  const { admin, deps } = stage
  const seen = { userId: await stage.add(), version: 1 }
  dataOf(await giveAdministration(admin, deps, seen))
  expect(await disableUser(admin, deps, seen)).toMatchObject(
    refusedFor({ version: 2, values: { status: 'active', isAdmin: true } }),
  )
})

test('of a default: the other place', async () => {
  const { admin, deps, ids } = stage
  const userId = await stage.add({ role: 'viewer' })
  const { engagement } = await place('Pendant')
  const [here, there] = [ids.engagement, engagement.id]
  dataOf(await giveMembership(admin, deps, { userId, engagementId: there, role: 'viewer' }))
  dataOf(await setUserDefault(admin, deps, { userId, engagementId: here, version: 0 }))
  const late = await setUserDefault(admin, deps, { userId, engagementId: there, version: 0 })
  expect(late).toMatchObject(refusedFor({ version: 1, values: { engagementId: here } }))
})
