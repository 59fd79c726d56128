import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '@/lib/base/clock'
import { sealScope } from '@/lib/base/scope'
import { approveRequest } from '@/lib/domain/users/commands/approve-request'
import { chooseEngagement } from '@/lib/domain/users/commands/choose-engagement'
import { listPendingRequests } from '@/lib/domain/users/queries'
import { userContext } from '@/lib/domain/users/reads'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { fillEveryTable, type TwoTenants } from '../db/every-table'
import { createWorkbench, type Workbench } from './instances'

let bench: Workbench
let tenants: TwoTenants
let userId: string
let adminId: string
let deps: SiteDeps

beforeAll(async () => {
  // Nothing listens there.
  bench = await createWorkbench({ UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9' })
  const { owner, a, b } = bench
  tenants = await owner.transaction(null, fillEveryTable)
  await bench.open()
  const { rows } = await owner.transaction(null, (tx) =>
    tx.execute<{ id: string }>(sql`select id from users`),
  )
  userId = rows[0]?.id ?? ''
  const { rows: administrators } = await owner.transaction(null, (tx) =>
    tx.execute<{ id: string }>(sql`
      insert into users (email, name, is_admin, status)
      values ('admin@portolan.test', 'Ada', true, 'active') returning id`),
  )
  adminId = administrators[0]?.id ?? ''
  await b.relay()
  const site = { siteUrl: 'https://portolan.example', mailer: null, later: () => undefined }
  deps = { db: a.platform, clock: systemClock, coherence: a.coherence, ...site }
})
// That Redis does not answer is written to the log.
beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true))
afterAll(() => bench.end())

test('a writer cut off while readers are not: it says so, and the relay of another tells them', async () => {
  const defaults = async (from: 'a' | 'b') =>
    (await bench[from].read(userContext, { userId }, null))?.defaults?.clientSlug
  await defaults('b')
  expect(await defaults('b')).toBe('acme')
  expect(bench.b.outcome()).toBe('hit')
  const { clientAccountId: clientId, engagementId } = tenants.globex
  const place = { clientId, engagementId, clientSlug: 'globex', engagementSlug: 'only' }
  const chosen = await chooseEngagement(sealScope({ userId, ...place, role: 'analyst' }), deps)
  expect(chosen).toMatchObject({ ok: true, invalidation: 'pending' })
  expect(await defaults('a')).toBe('globex')
  // The writer tries once more by itself, and holds the facts meanwhile.
  await bench.settled()
  await bench.b.relay()
  expect(await defaults('b')).toBe('globex')
})

test('what must be known everywhere is refused by a writer that is cut off, and not written', async () => {
  const admin = await bench.b.read(userContext, { userId: adminId }, null)
  const [request] = await listPendingRequests(bench.b.platform)
  if (!admin || !request) throw new Error('There is nothing to approve')
  const { engagementId } = tenants.globex
  const approval = { requestId: request.id, version: request.version, engagementId }
  expect(await approveRequest(admin, deps, { ...approval, role: 'manager' })).toMatchObject({
    ok: false,
    code: 'cache_unreachable',
  })
  expect(await listPendingRequests(bench.b.platform)).toEqual([request])
})
