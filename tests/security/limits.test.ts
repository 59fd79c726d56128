import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, type Database } from '@/db/client'
import { hashPassword } from '@/lib/auth/password'
import { recordDenial } from '@/lib/domain/protection/commands/record-denial'
import { removeSpent } from '@/lib/domain/protection/commands/remove-spent'
import { limits } from '@/lib/domain/protection/limits'
import { takeTurn } from '@/lib/domain/protection/take-turn'
import { resetPassword } from '@/lib/domain/users/commands/reset-password'
import { signIn } from '@/lib/domain/users/commands/sign-in'
import { issueResetLink } from '@/lib/domain/users/issue-reset-link'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { createPlatform, type Platform, userIdOf } from '../integration/auth/support'
import { farEnds } from '../support/far-ends'

const password = 'a long password'
const { times } = limits.signInOfAccount

let platform: Platform
/** The same site on another process: it shares the database and nothing else. */
let elsewhere: SiteDeps & { db: Database }

beforeAll(async () => {
  platform = await createPlatform()
  const [found] = await rows<{ name: string }>(sql`select current_database() as name`)
  const url = new URL(farEnds().env.PLATFORM_DATABASE_URL ?? '')
  url.pathname = `/${found?.name}`
  elsewhere = { ...platform.deps, db: createDatabase({ url: url.href, tls: false }) }
})
afterAll(async () => {
  await elsewhere.db.close()
  await platform.end()
})

const rows = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  platform.owner.transaction(null, async (tx) => (await tx.execute<Row>(query)).rows)

async function addPerson(email: string): Promise<string> {
  const hash = await hashPassword(password)
  await rows(sql`insert into users (email, name, password_hash, status)
    values (${email}, 'Nadia', ${hash}, 'active')`)
  return userIdOf(platform, email)
}

async function fail(deps: SiteDeps, email: string, count: number) {
  const codes = []
  for (let n = 0; n < count; n++) {
    const result = await signIn(deps, { email, password: 'not this one' })
    codes.push(result.ok ? 'ok' : result.code)
  }
  return codes
}

const lines = (action: string, userId: string) =>
  rows(sql`select detail from audit_log where action = ${action} and subject_id = ${userId}`)

test('a lockout holds on every process, and tells nobody whether the account exists', async () => {
  await addPerson('known@example.org')
  for (const email of ['known@example.org', 'nobody@example.org']) {
    expect(await fail(platform.deps, email, times)).toEqual(Array(times).fill('sign_in_failed'))
  }
  const known = await signIn(elsewhere, { email: 'Known@example.org', password })
  expect(known).toMatchObject({ ok: false, code: 'rate_limited', details: { retryAfter: 180 } })
  expect(await signIn(elsewhere, { email: 'nobody@example.org', password })).toEqual(known)
  platform.clock.advance(181_000)
  expect(await signIn(elsewhere, { email: 'known@example.org', password })).toMatchObject({
    ok: true,
  })
  expect(await fail(elsewhere, 'known@example.org', times)).not.toContain('rate_limited')
})

test('tries at the same moment on two processes are no more than the limit lets through', async () => {
  const email = 'crowd@example.org'
  const tries = Array.from({ length: 3 * times }, (_, n) =>
    takeTurn(n % 2 ? platform.deps : elsewhere, 'signInOfAccount', email),
  )
  const granted = (await Promise.all(tries)).filter(({ ok }) => ok)
  expect(granted).toHaveLength(times)
})

test('sign-in never becomes unlimited when Redis is down', async () => {
  const dead = async () => Promise.reject(new Error('Redis is away'))
  const { coherence } = platform.deps
  const invalidation = { ...coherence.invalidation, fence: dead, bump: dead, lift: dead }
  const deps = { ...platform.deps, coherence: { ...coherence, invalidation } }
  const codes = await fail(deps, 'without-redis@example.org', times + 1)
  expect(codes).toEqual([...Array(times).fill('sign_in_failed'), 'rate_limited'])
})

test('a new password by a link opens a locked account', async () => {
  const email = 'locked@example.org'
  const userId = await addPerson(email)
  const { deps, owner } = platform
  await fail(deps, email, times)
  expect(await signIn(deps, { email, password })).toMatchObject({ code: 'rate_limited' })
  const issued = await owner.transaction(null, (tx) =>
    issueResetLink(tx, deps, { userId, createdBy: null }),
  )
  const token = new URL(issued.link).searchParams.get('token') ?? ''
  expect(await resetPassword(deps, { token, password: 'another long one' })).toMatchObject({
    ok: true,
  })
  expect(await signIn(deps, { email, password: 'another long one' })).toMatchObject({ ok: true })
})

test('both outcomes of signing in are written down, without what was typed', async () => {
  const email = 'written@example.org'
  const userId = await addPerson(email)
  const deps = { ...platform.deps, address: '203.0.113.9' }
  await signIn(deps, { email, password: 'not this one' })
  await signIn(deps, { email, password })
  expect(await lines('user.sign_in_failed', userId)).toEqual([
    { detail: { address: '203.0.113.9' } },
  ])
  expect(await lines('user.signed_in', userId)).toMatchObject([
    { detail: { way: 'password', address: '203.0.113.9' } },
  ])
  const [typed] = await rows(sql`
    select count(*)::int as times from audit_log where detail::text like '%not this one%'`)
  expect(typed).toEqual({ times: 0 })
})

test('refusals are written down where something is there, and nobody fills the log', async () => {
  const userId = await addPerson('curious@example.org')
  const { deps } = platform
  const there = { client: 'acme', engagement: 'erp' }
  await recordDenial(deps, { userId, place: { ...there, engagement: 'no' }, capability: null })
  const denials = () =>
    rows(sql`select subject_type, detail from audit_log
      where action = 'access.denied' and actor_id = ${userId}`)
  expect(await denials()).toEqual([])
  for (let n = 0; n < limits.recordedDenials.times + 5; n++) {
    await recordDenial(deps, { userId, place: there, capability: 'import.create' })
  }
  const written = await denials()
  expect(written).toHaveLength(limits.recordedDenials.times - 1)
  expect(written[0]).toEqual({
    subject_type: 'engagement',
    detail: { capability: 'import.create' },
  })
})

test('a limit keeps no name, and is removed when all of it is free again', async () => {
  const { deps, clock } = platform
  await takeTurn(deps, 'commands', 'somebody@example.org')
  const keys = await rows<{ key: string }>(sql`select key from rate_limits`)
  expect(keys.map(({ key }) => key).join()).not.toContain('@')
  clock.advance(24 * 3600_000)
  await removeSpent(deps)
  expect(await rows(sql`select key from rate_limits`)).toEqual([])
})
