import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeResetLink } from '@/lib/domain/users/commands/make-reset-link'
import { requestPasswordReset } from '@/lib/domain/users/commands/request-password-reset'
import { resetPassword } from '@/lib/domain/users/commands/reset-password'
import { signIn } from '@/lib/domain/users/commands/sign-in'
import { signUp } from '@/lib/domain/users/commands/sign-up'
import { usableResetLink } from '@/lib/domain/users/reads'
import { createPlatform, type Platform, userIdOf } from './support'

let platform: Platform
beforeAll(async () => {
  platform = await createPlatform()
})
afterAll(() => platform.end())

const oldPassword = 'the old password'
const password = 'the new password'

async function person(email: string): Promise<string> {
  await signUp(platform.deps, { name: 'Nadia', email, message: '', password: oldPassword })
  return userIdOf(platform, email)
}

/** The token of a link that an administrator makes. */
async function token(userId: string): Promise<string> {
  const admin = await platform.person(platform.ids.admin)
  const made = await makeResetLink(admin, platform.deps, { userId })
  if (!made.ok) throw new Error(made.message)
  return new URL(made.data.link).searchParams.get('token') ?? ''
}

test('a link sets a new password once and ends all sessions', async () => {
  const { deps } = platform
  const email = 'once@example.org'
  const userId = await person(email)
  const secret = await token(userId)
  expect(await resetPassword(deps, { token: secret, password })).toMatchObject({ ok: true })
  expect(await platform.person(userId)).toMatchObject({ sessionVersion: 2 })
  expect(await signIn(deps, { email, password: oldPassword })).toMatchObject({ ok: false })
  expect(await signIn(deps, { email, password })).toMatchObject({ ok: true })
  const again = await resetPassword(deps, { token: secret, password: 'yet another one' })
  expect(again).toMatchObject({ ok: false, code: 'link_expired' })
})

test('using one link ends the others of that person, and nobody else’s', async () => {
  const { deps } = platform
  const userId = await person('several@example.org')
  const [first, second] = [await token(userId), await token(userId)]
  const foreign = await token(await person('bystander@example.org'))
  expect(await resetPassword(deps, { token: second, password })).toMatchObject({ ok: true })
  expect(await resetPassword(deps, { token: first, password })).toMatchObject({
    code: 'link_expired',
  })
  expect(await resetPassword(deps, { token: foreign, password })).toMatchObject({ ok: true })
})

test('two uses at the same time: one of them wins', async () => {
  const secret = await token(await person('race@example.org'))
  const results = await Promise.all(
    ['first new password', 'second new password'].map((chosen) =>
      resetPassword(platform.deps, { token: secret, password: chosen }),
    ),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
})

test('a link ends after 24 hours, and one that never was is no link', async () => {
  const { deps, clock } = platform
  const sources = { tenant: deps.db, platform: deps.db }
  const secret = await token(await person('late@example.org'))
  expect(await usableResetLink.load(sources, 'platform', { token: secret })).toBe(true)
  clock.advance(24 * 60 * 60 * 1000)
  expect(await resetPassword(deps, { token: secret, password })).toMatchObject({
    code: 'link_expired',
  })
  expect(await resetPassword(deps, { token: 'made-up', password })).toMatchObject({
    code: 'link_expired',
  })
  expect(await usableResetLink.load(sources, 'platform', { token: 'made-up' })).toBe(false)
})

test('only a digest of the link is kept', async () => {
  const secret = await token(await person('digest@example.org'))
  const kept = await platform.owner.transaction(null, (tx) =>
    tx.execute(sql`select to_jsonb(r) ->> 'token_digest' as digest, to_jsonb(r)::text as row
      from password_resets r`),
  )
  expect(kept.rows.length).toBeGreaterThan(0)
  for (const row of kept.rows) {
    expect(row.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(row.row).not.toContain(secret)
  }
})

test('asking by e-mail answers alike for known and unknown, and writes only to the known', async () => {
  const { deps, letters, settled } = platform
  await person('reader@example.org')
  const known = await requestPasswordReset(deps, { email: 'reader@example.org' })
  const unknown = await requestPasswordReset(deps, { email: 'stranger@example.org' })
  expect(unknown).toEqual(known)
  await settled()
  expect(letters.map(({ to }) => to)).toEqual(['reader@example.org'])
  const link = /https:\S+/.exec(letters[0]?.text ?? '')?.[0] ?? ''
  expect(link).toMatch(/^https:\/\/portolan\.example\/reset-password\?token=/)
  const secret = new URL(link).searchParams.get('token') ?? ''
  expect(await resetPassword(deps, { token: secret, password })).toMatchObject({ ok: true })
})

test('without a mail server the person is told what to do', async () => {
  const result = await requestPasswordReset(
    { ...platform.deps, mailer: null },
    { email: 'reader@example.org' },
  )
  expect(result).toMatchObject({ ok: false, code: 'unavailable' })
})
