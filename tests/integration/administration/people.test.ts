import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disableUser } from '@/lib/domain/users/commands/disable-user'
import { enableUser } from '@/lib/domain/users/commands/enable-user'
import { endSessions } from '@/lib/domain/users/commands/end-sessions'
import { giveAdministration } from '@/lib/domain/users/commands/give-administration'
import { takeAdministration } from '@/lib/domain/users/commands/take-administration'
import { dataOf, type Stage, setStage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.end())

/** A person as an administrator saw them. */
async function seen(userId: string) {
  const { version } = await stage.find(userId)
  return { userId, version }
}

test('a person becomes an administrator and is none again', async () => {
  const { admin, deps } = stage
  const userId = await stage.add()
  const given = dataOf(await giveAdministration(admin, deps, await seen(userId)))
  expect(await stage.find(userId)).toMatchObject({ isAdmin: true, ...given })
  dataOf(await takeAdministration(admin, deps, { userId, ...given }))
  expect(await stage.find(userId)).toMatchObject({ isAdmin: false, version: given.version + 1 })
  expect(await stage.audited(userId)).toEqual([
    'user.administration_given',
    'user.administration_taken',
  ])
})

test('whoever waits or is shut out is not made an administrator', async () => {
  const { admin, deps } = stage
  for (const status of ['pending', 'disabled'] as const) {
    const userId = await stage.add({ status })
    const refused = await giveAdministration(admin, deps, await seen(userId))
    expect(refused).toMatchObject({ ok: false, code: 'wrong_state' })
  }
})

test('who is shut out loses every session, and is let in again with the old roles', async () => {
  const { admin, deps } = stage
  const userId = await stage.add({ role: 'analyst' })
  const { sessionVersion } = await stage.person(userId)
  const off = dataOf(await disableUser(admin, deps, await seen(userId)))
  const after = { status: 'disabled', sessionVersion: sessionVersion + 1 }
  expect(await stage.person(userId)).toMatchObject(after)
  expect(await disableUser(admin, deps, { userId, ...off })).toMatchObject({ code: 'wrong_state' })
  dataOf(await enableUser(admin, deps, { userId, ...off }))
  expect(await stage.person(userId)).toMatchObject({
    status: 'active',
    sessionVersion: sessionVersion + 1,
    memberships: [{ role: 'analyst' }],
  })
  expect(await stage.audited(userId)).toEqual(['user.disabled', 'user.enabled'])
})

test('who waits to be let in is not let in by enabling', async () => {
  const { admin, deps } = stage
  const userId = await stage.add({ status: 'pending' })
  expect(await enableUser(admin, deps, await seen(userId))).toMatchObject({ code: 'wrong_state' })
})

test('ending the sessions changes nothing else', async () => {
  const { admin, deps } = stage
  const userId = await stage.add({ role: 'viewer' })
  const before = await stage.person(userId)
  dataOf(await endSessions(admin, deps, await seen(userId)))
  const { sessionVersion } = before
  expect(await stage.person(userId)).toEqual({ ...before, sessionVersion: sessionVersion + 1 })
  expect(await stage.audited(userId)).toEqual(['user.sessions_ended'])
})

describe('two administrators saw the same state', () => {
  const commands = { disableUser, endSessions, giveAdministration, takeAdministration }
  test.each(Object.entries(commands))('%s: the second is told', async (_name, command) => {
    const { admin, deps } = stage
    const userId = await stage.add()
    const both = await seen(userId)
    dataOf(await endSessions(admin, deps, both))
    expect(await command(admin, deps, both)).toMatchObject({ ok: false, code: 'conflict' })
    expect(await stage.audited(userId)).toEqual(['user.sessions_ended'])
  })
})

describe('one administrator at least remains', () => {
  test('the last one is neither made a person like others nor shut out', async () => {
    const { admin, deps } = stage
    await stage.add({ isAdmin: true, status: 'disabled' })
    for (const command of [takeAdministration, disableUser]) {
      const refused = await command(admin, deps, await seen(admin.userId))
      expect(refused).toMatchObject({ ok: false, code: 'last_administrator' })
    }
    const { isAdmin, status } = await stage.find(admin.userId)
    expect({ isAdmin, status }).toEqual({ isAdmin: true, status: 'active' })
    expect(await stage.audited(admin.userId)).toEqual([])
  })

  test('two who step back at the same moment: the second stays', async () => {
    const { admin, deps } = stage
    const other = { userId: await stage.add({ isAdmin: true }) }
    const [self, otherSelf] = [await seen(admin.userId), await seen(other.userId)]
    const [first, second] = await stage.overlapping(
      (slow) => takeAdministration(admin, slow, self),
      () => takeAdministration(other, deps, otherSelf),
    )
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, code: 'last_administrator' })
  })
})
