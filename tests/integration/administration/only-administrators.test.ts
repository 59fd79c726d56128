import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '@/lib/base/result'
import type { Administrator } from '@/lib/domain/administration/transact-as-administrator'
import { archiveClientAccount } from '@/lib/domain/tenancy/commands/archive-client-account'
import { archiveEngagement } from '@/lib/domain/tenancy/commands/archive-engagement'
import { createClientAccount } from '@/lib/domain/tenancy/commands/create-client-account'
import { createEngagement } from '@/lib/domain/tenancy/commands/create-engagement'
import { renameClientAccount } from '@/lib/domain/tenancy/commands/rename-client-account'
import { renameEngagement } from '@/lib/domain/tenancy/commands/rename-engagement'
import { restoreClientAccount } from '@/lib/domain/tenancy/commands/restore-client-account'
import { restoreEngagement } from '@/lib/domain/tenancy/commands/restore-engagement'
import { changeMembershipRole } from '@/lib/domain/users/commands/change-membership-role'
import { disableUser } from '@/lib/domain/users/commands/disable-user'
import { enableUser } from '@/lib/domain/users/commands/enable-user'
import { endSessions } from '@/lib/domain/users/commands/end-sessions'
import { giveAdministration } from '@/lib/domain/users/commands/give-administration'
import { giveMembership } from '@/lib/domain/users/commands/give-membership'
import { makeResetLink } from '@/lib/domain/users/commands/make-reset-link'
import { setUserDefault } from '@/lib/domain/users/commands/set-user-default'
import { takeAdministration } from '@/lib/domain/users/commands/take-administration'
import { takeMembership } from '@/lib/domain/users/commands/take-membership'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { type Stage, setStage } from './stage'

let stage: Stage
let member: string
let outsider: string
let shutOut: string
beforeAll(async () => {
  stage = await setStage()
  member = await stage.add({ role: 'viewer' })
  outsider = await stage.add()
  shutOut = await stage.add({ status: 'disabled' })
})
afterAll(() => stage.end())

type Act = (admin: Administrator, deps: SiteDeps) => Promise<Result<unknown>>

/** Each would succeed for an administrator; those about roles and access want every cache told. */
const acts: [name: string, consistency: 'strict' | 'available', act: Act][] = [
  ['give administration', 'strict', (who, deps) => giveAdministration(who, deps, person(member))],
  ['take administration', 'strict', (who, deps) => takeAdministration(who, deps, person(member))],
  ['disable', 'strict', (who, deps) => disableUser(who, deps, person(member))],
  ['enable', 'strict', (who, deps) => enableUser(who, deps, person(shutOut))],
  ['end sessions', 'strict', (who, deps) => endSessions(who, deps, person(member))],
  [
    'give a membership',
    'strict',
    (who, deps) => giveMembership(who, deps, { ...place(), userId: outsider, role: 'viewer' }),
  ],
  [
    'change a role',
    'strict',
    (who, deps) =>
      changeMembershipRole(who, deps, { ...place(), ...person(member), role: 'manager' }),
  ],
  [
    'take a membership',
    'strict',
    (who, deps) => takeMembership(who, deps, { ...place(), ...person(member) }),
  ],
  ['archive an account', 'strict', (who, deps) => archiveClientAccount(who, deps, client())],
  ['restore an account', 'strict', (who, deps) => restoreClientAccount(who, deps, client())],
  ['archive an engagement', 'strict', (who, deps) => archiveEngagement(who, deps, engagement())],
  ['restore an engagement', 'strict', (who, deps) => restoreEngagement(who, deps, engagement())],
  ['open an account', 'available', (who, deps) => createClientAccount(who, deps, { name: 'New' })],
  [
    'open an engagement',
    'available',
    (who, deps) => createEngagement(who, deps, { clientId: stage.ids.client, name: 'New' }),
  ],
  [
    'rename an account',
    'available',
    (who, deps) => renameClientAccount(who, deps, { ...client(), name: 'Renamed' }),
  ],
  [
    'rename an engagement',
    'available',
    (who, deps) => renameEngagement(who, deps, { ...engagement(), name: 'Renamed' }),
  ],
  [
    'set a default',
    'available',
    (who, deps) => setUserDefault(who, deps, { ...place(), userId: member, version: 0 }),
  ],
]

const person = (userId: string) => ({ userId, version: 1 })
const place = () => ({ engagementId: stage.ids.engagement })
const client = () => ({ id: stage.ids.client, version: 1 })
const engagement = () => ({ id: stage.ids.engagement, version: 1 })

describe('for everybody else it is not there, and nothing is written', () => {
  test.each(acts)('%s', async (_name, _consistency, act) => {
    const others = [
      await stage.add({ role: 'manager' }),
      await stage.add({ isAdmin: true, status: 'disabled' }),
      await stage.add({ isAdmin: true, status: 'pending' }),
      crypto.randomUUID(),
    ]
    const before = await stage.auditCount()
    for (const userId of others) {
      const refused = await act({ userId }, stage.deps)
      expect(refused).toMatchObject({ ok: false, code: 'not_found' })
    }
    expect(await stage.auditCount()).toBe(before)
  })

  test('a link for a new password', async () => {
    const manager = await stage.person(await stage.add({ role: 'manager' }))
    const refused = await makeResetLink(manager, stage.deps, { userId: stage.ids.admin })
    expect(refused).toMatchObject({ ok: false, code: 'not_found' })
  })
})

describe('Redis cannot be reached', () => {
  test.each(acts)('%s', async (_name, consistency, act) => {
    const lost = () => Promise.reject(new Error('the request was lost'))
    const before = await stage.auditCount()
    const result = await act(stage.admin, stage.depsWith({ fence: lost, bump: lost }))
    const written = (await stage.auditCount()) - before
    if (consistency === 'strict') {
      expect(result).toMatchObject({ ok: false, code: 'cache_unreachable' })
      expect(written).toBe(0)
    } else {
      expect(result).toMatchObject({ ok: true, invalidation: 'pending' })
      expect(written).toBe(1)
    }
  })
})

test('a command under way waits for who is taking the role, and is then refused', async () => {
  const second = { userId: await stage.add({ isAdmin: true }) }
  const [taken, late] = await stage.overlapping(
    (deps) => takeAdministration(stage.admin, deps, person(second.userId)),
    () => endSessions(second, stage.deps, person(member)),
  )
  expect(taken.ok).toBe(true)
  expect(late).toMatchObject({ ok: false, code: 'not_found' })
})
