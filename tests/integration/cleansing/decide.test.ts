import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sealScope } from '@/lib/base/scope'
import { ownWorkspaces } from '../inventory/own-workspaces'
import { assetsOf } from '../inventory/state'
import { query, type Workspace } from '../inventory/workspace'
import { carry, decideIn, issuesIn, onlyIssue, serversOf } from './estate'

const workspace = ownWorkspaces()

const blanks = serversOf([{ Name: 'a', Owner: 'Ada  Lovelace' }])
const placeholders = serversOf(['a', 'b', 'c'].map((Name) => ({ Name, Owner: 'tbd' })))

async function attributesOf(place: Workspace) {
  return (await assetsOf(place)).map(({ attributes }) => attributes)
}

test('an accepted fix is a correction that no later import of the file undoes', async () => {
  const place = await workspace()
  await carry(place, blanks)
  expect(await attributesOf(place)).toMatchObject([{ business_owner: 'Ada  Lovelace' }])
  const { id } = await onlyIssue(place)
  expect(await decideIn(place, { decision: 'accept', ids: [id] })).toEqual({
    ok: true,
    data: { decided: 1 },
  })
  const expectCorrected = async () => {
    expect(await attributesOf(place)).toMatchObject([{ business_owner: 'Ada Lovelace' }])
    expect(await onlyIssue(place)).toMatchObject({ id, state: 'accepted' })
    expect(await assetsOf(place)).toMatchObject([{ openIssueCount: 0 }])
    const sources = await query(
      place,
      sql`select kind, values -> 'business_owner' ->> 'value' as owner, created_by as by
        from asset_sources where engagement_id = ${place.scope.engagementId} order by kind`,
    )
    expect(sources).toMatchObject([
      { kind: 'correction', owner: 'Ada Lovelace', by: place.scope.userId },
      { kind: 'import' },
    ])
  }
  await expectCorrected()
  await carry(place, blanks)
  await expectCorrected()
  await carry(place, serversOf([{ Name: 'a', Owner: 'Ada  Lovelace', CPUs: '8' }]))
  await expectCorrected()
  expect(await attributesOf(place)).toMatchObject([{ cpu_count: 8 }])
})

test('every open fix of a rule is accepted at once', async () => {
  const place = await workspace()
  await carry(place, placeholders)
  expect(await attributesOf(place)).toMatchObject([
    { business_owner: 'tbd' },
    { business_owner: 'tbd' },
    { business_owner: 'tbd' },
  ])
  expect(await decideIn(place, { decision: 'accept', rule: 'placeholder' })).toEqual({
    ok: true,
    data: { decided: 3 },
  })
  expect((await issuesIn(place)).map(({ state }) => state)).toEqual(Array(3).fill('accepted'))
  for (const attributes of await attributesOf(place)) {
    expect(attributes).not.toHaveProperty('business_owner')
  }
})

test('what was skipped stays on its asset and can be opened again', async () => {
  const place = await workspace()
  await carry(place, blanks)
  const { id } = await onlyIssue(place)
  await decideIn(place, { decision: 'skip', ids: [id] })
  expect(await onlyIssue(place)).toMatchObject({ asset: 'a', state: 'skipped' })
  expect(await assetsOf(place)).toMatchObject([{ openIssueCount: 0 }])
  await carry(place, blanks)
  expect(await onlyIssue(place)).toMatchObject({ state: 'skipped' })
  expect(await attributesOf(place)).toMatchObject([{ business_owner: 'Ada  Lovelace' }])
  await decideIn(place, { decision: 'reopen', ids: [id] })
  expect(await onlyIssue(place)).toMatchObject({ state: 'open' })
  expect(await assetsOf(place)).toMatchObject([{ openIssueCount: 1 }])
})

test('a fix in another unit is written in the unit of its attribute', async () => {
  const place = await workspace()
  await carry(place, serversOf([{ Name: 'a', RAM: '16' }]))
  const { id } = await onlyIssue(place)
  await decideIn(place, { decision: 'accept', ids: [id] })
  expect(await attributesOf(place)).toMatchObject([{ memory_mib: 16384 }])
})

test('of two corrections of one value the later stands, and others are kept', async () => {
  const place = await workspace()
  await carry(place, serversOf([{ Name: 'a', Owner: 'Ada  Lovelace', RAM: '16' }]))
  await decideIn(place, { decision: 'accept', rule: 'stray_blanks' })
  await decideIn(place, { decision: 'accept', rule: 'unlikely_unit' })
  await carry(place, serversOf([{ Name: 'a', Owner: 'Grace  Hopper', RAM: '16' }]))
  await decideIn(place, { decision: 'accept', rule: 'stray_blanks' })
  expect(await attributesOf(place)).toMatchObject([
    { business_owner: 'Grace Hopper', memory_mib: 16384 },
  ])
})

test('an issue that has no fix, or was decided, cannot be accepted', async () => {
  const place = await workspace()
  await carry(place, serversOf([{ Name: 'N/A', Serial: 'SN-12' }]))
  const { id, fixable } = await onlyIssue(place)
  expect(fixable).toBe(false)
  expect(await decideIn(place, { decision: 'accept', ids: [id] })).toMatchObject({ ok: false })
  await decideIn(place, { decision: 'skip', ids: [id] })
  expect(await decideIn(place, { decision: 'skip', ids: [id] })).toMatchObject({ ok: false })
})

test('nobody decides for another client account or another engagement', async () => {
  const [place, other] = [await workspace(), await workspace()]
  await carry(place, blanks)
  const before = await onlyIssue(place)
  const elsewhere = sealScope({
    ...place.scope,
    engagementId: other.scope.engagementId,
  })
  for (const scope of [other.scope, elsewhere]) {
    for (const decision of ['accept', 'skip'] as const) {
      const chosen = await decideIn(place, { decision, ids: [before.id] }, scope)
      const byRule = await decideIn(place, { decision, rule: before.rule }, scope)
      expect([chosen.ok, byRule.ok]).toEqual([false, false])
    }
  }
  expect(await onlyIssue(place)).toEqual(before)
})
