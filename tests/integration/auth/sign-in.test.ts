import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { sealScope } from '@/lib/base/scope'
import { chooseEngagement } from '@/lib/domain/users/commands/choose-engagement'
import { signIn } from '@/lib/domain/users/commands/sign-in'
import { signInWithProvider } from '@/lib/domain/users/commands/sign-in-with-provider'
import { findLatestRequest, listUsers } from '@/lib/domain/users/queries'
import { createPlatform, type Platform, userIdOf } from './support'

let platform: Platform
beforeAll(async () => {
  platform = await createPlatform()
})
afterAll(() => platform.end())

const password = 'a long password'

async function addUser(email: string, status: string, name = 'Nadia'): Promise<string> {
  const hash = await hashPassword(password)
  await platform.owner.transaction(null, (tx) =>
    tx.execute(sql`insert into users (email, name, password_hash, status)
      values (${email}, ${name}, ${hash}, ${status})`),
  )
  return userIdOf(platform, email)
}

test('a wrong password, an unknown address and a person without a password are one answer', async () => {
  await addUser('known@example.org', 'active')
  const { deps } = platform
  const wrong = await signIn(deps, { email: 'known@example.org', password: 'not this one' })
  expect(wrong).toMatchObject({ ok: false, code: 'sign_in_failed' })
  expect(await signIn(deps, { email: 'unknown@example.org', password })).toEqual(wrong)
  expect(await signIn(deps, { email: 'admin@example.org', password })).toEqual(wrong)
})

test('only who knows the password learns that the account is closed', async () => {
  await addUser('closed@example.org', 'disabled')
  const { deps } = platform
  const email = 'closed@example.org'
  expect(await signIn(deps, { email, password })).toMatchObject({ code: 'account_disabled' })
  expect(await signIn(deps, { email, password: 'wrong' })).toMatchObject({ code: 'sign_in_failed' })
})

test('a provider lets in the person with the address it vouches for', async () => {
  const userId = await addUser('vouched@example.org', 'active')
  const result = await signInWithProvider(platform.deps, {
    provider: 'google',
    verifiedEmail: 'Vouched@Example.org',
    name: 'Somebody else',
  })
  expect(result).toEqual({ ok: true, data: { userId, sessionVersion: 1 } })
  expect(await platform.person(userId)).toMatchObject({ name: 'Nadia', status: 'active' })
})

test('a provider brings an unknown person: pending, with a request', async () => {
  const account = { provider: 'github', verifiedEmail: 'fresh@example.org', name: 'Fresh' }
  const first = await signInWithProvider(platform.deps, account)
  const userId = await userIdOf(platform, 'fresh@example.org')
  expect(first).toEqual({ ok: true, data: { userId, sessionVersion: 1 } })
  expect(await platform.person(userId)).toMatchObject({ name: 'Fresh', status: 'pending' })
  expect(await findLatestRequest(userId, platform.deps.db)).toMatchObject({ status: 'pending' })
  expect(await signInWithProvider(platform.deps, account)).toEqual(first)
})

test('a provider does not open a closed account', async () => {
  await addUser('shut@example.org', 'disabled')
  const result = await signInWithProvider(platform.deps, {
    provider: 'google',
    verifiedEmail: 'shut@example.org',
    name: 'X',
  })
  expect(result).toMatchObject({ ok: false, code: 'account_disabled' })
})

test('the chosen engagement is remembered, and choosing it again writes nothing', async () => {
  const { deps, ids, owner } = platform
  const userId = await addUser('chooser@example.org', 'active')
  const scope = sealScope({
    userId,
    clientId: ids.client,
    clientSlug: 'acme',
    engagementId: ids.engagement,
    engagementSlug: 'erp',
    role: 'viewer',
  })
  const here = { clientSlug: 'acme', engagementSlug: 'erp' }
  expect(await chooseEngagement(scope, deps)).toEqual({ ok: true, data: here })
  expect(await chooseEngagement(scope, deps)).toEqual({ ok: true, data: here })
  expect(await platform.person(userId)).toMatchObject({ defaults: here })
  const audit = await owner.transaction(null, (tx) =>
    tx.execute(sql`select 1 from audit_log where subject_id = ${userId}`),
  )
  expect(audit.rows).toHaveLength(1)
})

test('people are listed by name in pages, and found by a part of name or address', async () => {
  const { db } = platform.deps
  await platform.owner.transaction(null, (tx) =>
    tx.execute(sql`insert into users (email, name)
      select 'crew' || n || '@example.net', 'Crew ' || to_char(n, 'FM000')
      from generate_series(1, 60) n`),
  )
  const first = await listUsers(db, { search: '@example.net', status: null, after: null })
  expect(first.users.map(({ name }) => name).slice(0, 2)).toEqual(['Crew 001', 'Crew 002'])
  expect(first.users).toHaveLength(50)
  const second = await listUsers(db, { search: '@example.net', status: null, after: first.next })
  expect(second.users.map(({ name }) => name).at(0)).toBe('Crew 051')
  expect(second).toMatchObject({ next: null })
  expect(second.users).toHaveLength(10)
  expect((await listUsers(db, { search: '%', status: null, after: null })).users).toEqual([])
})
