import { expect, test } from 'vitest'
import { githubIdentity, googleIdentity, microsoftIdentity } from './identity-provider'

const directory = '11111111-2222-4333-8444-555555555555'

test('Google: an address counts when Google verified it', () => {
  const profile = { email: 'ada@example.org', name: 'Ada' }
  expect(googleIdentity({ ...profile, email_verified: true })).toEqual({
    verifiedEmail: 'ada@example.org',
    name: 'Ada',
  })
  expect(googleIdentity({ ...profile, email_verified: false }).verifiedEmail).toBeNull()
})

test('Microsoft: an address of a foreign directory is not believed', () => {
  const profile = { email: 'ada@example.org', name: 'Ada' }
  const foreign = '99999999-2222-4333-8444-555555555555'
  expect(microsoftIdentity({ ...profile, tid: foreign }, directory).verifiedEmail).toBeNull()
  expect(microsoftIdentity(profile, directory).verifiedEmail).toBeNull()
  expect(microsoftIdentity({ ...profile, tid: directory }, directory).verifiedEmail).toBe(
    'ada@example.org',
  )
  const owned = { ...profile, tid: foreign, xms_edov: '1' }
  expect(microsoftIdentity(owned, directory).verifiedEmail).toBe('ada@example.org')
  expect(microsoftIdentity({ ...owned, xms_edov: false }, directory).verifiedEmail).toBeNull()
})

test('GitHub: the primary address counts when it is verified', () => {
  const profile = { login: 'ada', name: null }
  const primary = { email: 'ada@example.org', primary: true, verified: true }
  const other = { email: 'other@example.org', primary: false, verified: true }
  expect(githubIdentity(profile, [other, primary])).toEqual({
    verifiedEmail: 'ada@example.org',
    name: 'ada',
  })
  expect(githubIdentity(profile, [other, { ...primary, verified: false }]).verifiedEmail).toBeNull()
})
