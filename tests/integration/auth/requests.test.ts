import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveRequest } from '@/lib/domain/users/commands/approve-request'
import { askAgain } from '@/lib/domain/users/commands/ask-again'
import { rejectRequest } from '@/lib/domain/users/commands/reject-request'
import { signIn } from '@/lib/domain/users/commands/sign-in'
import { signUp } from '@/lib/domain/users/commands/sign-up'
import { findLatestRequest, listPendingRequests } from '@/lib/domain/users/queries'
import { createPlatform, type Platform, userIdOf } from './support'

let platform: Platform
beforeAll(async () => {
  platform = await createPlatform()
})
afterAll(() => platform.end())

const password = 'a long password'

async function asker(email: string) {
  const { deps } = platform
  await signUp(deps, { name: 'Nadia', email, message: 'The ERP team', password })
  const userId = await userIdOf(platform, email)
  const request = (await listPendingRequests(deps.db)).find((entry) => entry.email === email)
  if (!request) throw new Error('The request is not there')
  return { userId, request }
}

test('signing up makes a pending person and a request, and the person may sign in', async () => {
  const { userId, request } = await asker('new@example.org')
  expect(request).toMatchObject({ name: 'Nadia', message: 'The ERP team' })
  expect(await platform.person(userId)).toMatchObject({ status: 'pending', memberships: [] })
  const signedIn = await signIn(platform.deps, { email: 'New@Example.org', password })
  expect(signedIn).toEqual({ ok: true, data: { userId, sessionVersion: 1 } })
})

test('signing up with a known address answers alike and changes nothing', async () => {
  const { deps } = platform
  const first = await signUp(deps, { name: 'A', email: 'twice@example.org', message: '', password })
  const again = await signUp(deps, {
    name: 'B',
    email: 'Twice@example.org',
    message: 'let me in',
    password: 'another password',
  })
  expect(again).toEqual(first)
  const userId = await userIdOf(platform, 'twice@example.org')
  expect(await platform.person(userId)).toMatchObject({ name: 'A' })
  const email = 'twice@example.org'
  expect((await signIn(deps, { email, password })).ok).toBe(true)
  expect((await signIn(deps, { email, password: 'another password' })).ok).toBe(false)
})

test('approving lets the person in with role and default', async () => {
  const { deps, ids } = platform
  const { userId, request } = await asker('approved@example.org')
  const admin = await platform.person(ids.admin)
  const result = await approveRequest(admin, deps, {
    requestId: request.id,
    version: request.version,
    engagementId: ids.engagement,
    role: 'analyst',
  })
  expect(result).toEqual({ ok: true, data: { userId } })
  expect(await platform.person(userId)).toMatchObject({
    status: 'active',
    memberships: [{ clientSlug: 'acme', engagementSlug: 'erp', role: 'analyst' }],
    defaults: { clientSlug: 'acme', engagementSlug: 'erp' },
  })
  const audit = await platform.owner.transaction(null, (tx) =>
    tx.execute(
      sql`select actor_id, action from audit_log where subject_id = ${userId} order by id`,
    ),
  )
  expect(audit.rows).toEqual([
    { actor_id: userId, action: 'access_request.created' },
    { actor_id: ids.admin, action: 'access_request.approved' },
  ])
})

test('a request is decided once: the second administrator is told', async () => {
  const { deps, ids } = platform
  const { userId, request } = await asker('once@example.org')
  const admin = await platform.person(ids.admin)
  const seen = { requestId: request.id, version: request.version }
  const unseen = { ...seen, version: request.version + 1, reason: 'Not with us' }
  expect(await rejectRequest(admin, deps, unseen)).toMatchObject({ code: 'conflict' })
  expect(await rejectRequest(admin, deps, { ...seen, reason: 'Not with us' })).toMatchObject({
    ok: true,
  })
  const late = await approveRequest(admin, deps, {
    ...seen,
    engagementId: ids.engagement,
    role: 'manager',
  })
  const newer = { version: request.version + 1, values: { status: 'rejected' } }
  expect(late).toMatchObject({ ok: false, code: 'conflict', details: { newer } })
  expect(await platform.person(userId)).toMatchObject({ status: 'pending', memberships: [] })
})

test('an engagement that is not there leaves the request undecided', async () => {
  const { deps, ids } = platform
  const { userId, request } = await asker('nowhere@example.org')
  const admin = await platform.person(ids.admin)
  const result = await approveRequest(admin, deps, {
    requestId: request.id,
    version: request.version,
    engagementId: crypto.randomUUID(),
    role: 'viewer',
  })
  expect(result).toMatchObject({ ok: false, code: 'not_found' })
  expect(await findLatestRequest(userId, deps.db)).toMatchObject({ status: 'pending' })
})

test('who was turned down reads why and may ask again, once at a time', async () => {
  const { deps, ids } = platform
  const { userId, request } = await asker('again@example.org')
  const person = await platform.person(userId)
  expect(await askAgain(person, deps, { message: 'Hello?' })).toMatchObject({ code: 'wrong_state' })
  const admin = await platform.person(ids.admin)
  const seen = { requestId: request.id, version: request.version }
  await rejectRequest(admin, deps, { ...seen, reason: 'Which team?' })
  expect(await findLatestRequest(userId, deps.db)).toMatchObject({
    status: 'rejected',
    reason: 'Which team?',
  })
  expect(await askAgain(person, deps, { message: 'Team blue' })).toMatchObject({ ok: true })
  expect(await findLatestRequest(userId, deps.db)).toMatchObject({
    status: 'pending',
    message: 'Team blue',
  })
  expect(await askAgain(admin, deps, { message: '' })).toMatchObject({ code: 'wrong_state' })
})
