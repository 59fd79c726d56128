import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '@/lib/base/clock'
import { can } from '@/lib/base/roles'
import { sealScope } from '@/lib/base/scope'
import type { CachePath } from '@/lib/cache/cache'
import { renameEngagement } from '@/lib/domain/tenancy/commands/rename-engagement'
import { clientAccountAt } from '@/lib/domain/tenancy/reads'
import { changeMembershipRole } from '@/lib/domain/users/commands/change-membership-role'
import { chooseEngagement } from '@/lib/domain/users/commands/choose-engagement'
import { disableUser } from '@/lib/domain/users/commands/disable-user'
import { personById, userContext, userDirectory } from '@/lib/domain/users/reads'
import type { MembershipRole, Person } from '@/lib/domain/users/schema'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { fillEveryTable, type TwoTenants } from '../db/every-table'
import { dataOf } from '../flows/upload'
import { createWorkbench, type Workbench } from './instances'

/*
 * What administrators change, seen from two processes that share PostgreSQL and Redis: on the path
 * `legacy` with the trouble of the old system, on `redis` without it. What is said of `legacy` is
 * the baseline that the other path is compared with.
 */
let bench: Workbench
let tenants: TwoTenants
let deps: SiteDeps
let admin: { userId: string }

beforeAll(async () => {
  bench = await createWorkbench()
  const { owner, a } = bench
  tenants = await owner.transaction(null, fillEveryTable)
  await bench.open()
  const site = { siteUrl: 'https://portolan.example', mailer: null, later: () => undefined }
  deps = { db: a.platform, clock: systemClock, coherence: a.coherence, ...site }
  admin = { userId: await addPerson('Ada', true) }
})
afterAll(() => bench.end())

/** @returns the id of somebody who is an analyst in both engagements and arrives in `acme` */
async function addPerson(name: string, isAdmin = false): Promise<string> {
  const [row] = await bench.owner.transaction(null, async (tx) => {
    const made = await tx.execute<{ id: string }>(sql`
      with person as (
        insert into users (email, name, is_admin, status)
        values (${`${name}@portolan.test`}, ${name}, ${isAdmin}, 'active') returning id
      ), places as (
        insert into memberships (client_account_id, engagement_id, user_id, role)
        select e.client_account_id, e.id, person.id, 'analyst' from engagements e, person
      ), arrives as (
        insert into user_defaults (user_id, client_account_id, engagement_id)
        select person.id, e.client_account_id, e.id from person, engagements e
         where e.client_account_id = ${tenants.acme.clientAccountId}
      )
      select id from person`)
    return made.rows
  })
  await bench.a.relay()
  return row?.id ?? ''
}

type Process = 'a' | 'b'
const both: readonly Process[] = ['a', 'b']

/** What people see who click once on each process; the first click keeps it there. */
function watch(path: CachePath, userId: string) {
  const read = {
    context: (process: Process) => bench[process].read(userContext, { userId }, null, path),
    page: (process: Process) => bench[process].read(personById, 'platform', { userId }, path),
  }
  const onBoth = <T>(see: (process: Process) => Promise<T>) => Promise.all(both.map(see))
  const roleIn = async (process: Process) =>
    (await read.context(process))?.memberships.find(({ clientSlug }) => clientSlug === 'acme')?.role
  return {
    pageOn: async (process: Process): Promise<Person> => {
      const page = await read.page(process)
      if (!page) throw new Error('There is no such person')
      return page
    },
    roles: () => onBoth(roleIn),
    mayImport: () =>
      onBoth(async (process) => can((await roleIn(process)) ?? 'viewer', 'import.create')),
    defaults: () => onBoth(async (process) => (await read.context(process))?.defaults?.clientSlug),
    statuses: () => onBoth(async (process) => (await read.page(process))?.status),
    sessions: () => onBoth(async (process) => (await read.context(process))?.sessionVersion),
    listed: () =>
      onBoth(async (process) => {
        const input = { search: '', status: 'disabled' as const, after: null }
        const { users } = await bench[process].read(userDirectory, 'platform', input, path)
        return users.some(({ id }) => id === userId)
      }),
  }
}

function membershipIn(page: Person) {
  const membership = page.memberships.find(({ clientName }) => clientName === 'acme')
  if (!membership) throw new Error('There is no such membership')
  return membership
}

function give(userId: string, page: Person, role: MembershipRole) {
  const { engagementId, version } = membershipIn(page)
  return changeMembershipRole(admin, deps, { userId, engagementId, version, role })
}

/** The administrator works on `a`; what `b` shows then. */
const shownElsewhere: readonly (readonly [CachePath, 'old' | 'new'])[] = [
  ['legacy', 'old'],
  ['redis', 'new'],
]

describe.each(shownElsewhere)('by %s the other process shows the %s state', (path, shown) => {
  const later = <T>(old: T, changed: T): T => (shown === 'new' ? changed : old)

  test('a role: it reverts on a reload there, and what was taken is still allowed', async () => {
    const userId = await addPerson(`Rita-${path}`)
    const see = watch(path, userId)
    expect(await see.roles()).toEqual(['analyst', 'analyst'])
    await see.pageOn('b')
    dataOf(await give(userId, await see.pageOn('a'), 'viewer'))
    expect(await see.roles()).toEqual(['viewer', later('analyst', 'viewer')])
    expect(await see.roles(), 'and so on every reload').toEqual([
      'viewer',
      later('analyst', 'viewer'),
    ])
    expect(await see.mayImport()).toEqual([false, later(true, false)])

    const page = await see.pageOn('b')
    expect(membershipIn(page).role).toBe(later('analyst', 'viewer'))
    const next = await give(userId, page, 'manager')
    expect(next.ok, 'an administrator there acts on what is shown').toBe(later(false, true))
  })

  test('the default: the person chooses another and arrives in the old one', async () => {
    const userId = await addPerson(`Dora-${path}`)
    const see = watch(path, userId)
    expect(await see.defaults()).toEqual(['acme', 'acme'])
    const { clientAccountId: clientId, engagementId } = tenants.globex
    const place = { clientId, engagementId, clientSlug: 'globex', engagementSlug: 'only' }
    dataOf(await chooseEngagement(sealScope({ userId, ...place, role: 'analyst' }), deps))
    expect(await see.defaults()).toEqual(['globex', later('acme', 'globex')])
  })

  test('shutting out: the cookie stays alive there, and the list of people stays as it was', async () => {
    const userId = await addPerson(`Olaf-${path}`)
    const see = watch(path, userId)
    const [before] = await see.sessions()
    await Promise.all([see.sessions(), see.statuses(), see.listed()])
    const { version } = await see.pageOn('a')
    dataOf(await disableUser(admin, deps, { userId, version }))
    const ended = (before ?? 0) + 1
    expect(await see.sessions()).toEqual([ended, later(before, ended)])
    expect(await see.statuses()).toEqual(['disabled', later('active', 'disabled')])
    expect(await see.listed()).toEqual([true, later(false, true)])
  })

  test('a name: the old one comes back', async () => {
    const names = () =>
      Promise.all(
        both.map(async (process) => {
          const input = { client: 'globex' }
          const account = await bench[process].read(clientAccountAt, 'platform', input, path)
          return account?.engagements[0]
        }),
      )
    const [seen] = await names()
    const name = `Renamed ${path}`
    const { engagementId: id } = tenants.globex
    dataOf(await renameEngagement(admin, deps, { id, version: seen?.version ?? 0, name }))
    const after = await names()
    expect(after.map((one) => one?.name)).toEqual([name, later(seen?.name, name)])
  })
})
