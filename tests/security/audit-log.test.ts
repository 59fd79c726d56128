import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { success } from '@/lib/base/result'
import { searchAuditLog } from '@/lib/domain/audit/queries'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { AuditSearch } from '@/lib/domain/audit/schema'
import { transactPlatform } from '@/lib/write/transact'
import { createPlatform, type Platform } from '../integration/auth/support'

let platform: Platform
let person: string

beforeAll(async () => {
  platform = await createPlatform()
  const made = await platform.owner.transaction(null, (tx) =>
    tx.execute<{ id: string }>(sql`insert into users (email, name)
      values ('grace@example.org', 'Grace 100%') returning id`),
  )
  person = made.rows[0]?.id ?? ''
  const { ids, deps } = platform
  const here = { clientId: ids.client, engagementId: ids.engagement }
  const toPerson = { subjectType: 'user', subjectId: person }
  await transactPlatform(deps, async (tx) => {
    await recordAudit(tx, { userId: person }, { action: 'user.signed_in', ...toPerson })
    await recordAudit(
      tx,
      { userId: ids.admin, ...here },
      { action: 'membership.role_changed', ...toPerson, detail: { role: 'manager' } },
    )
    const unknown = { subjectType: 'user', subjectId: 'unknown' }
    await recordAudit(tx, { userId: null }, { action: 'user.sign_in_failed', ...unknown })
    return success(null)
  })
  await platform.owner.transaction(null, (tx) =>
    tx.execute(sql`insert into audit_log (at, actor_id, action, subject_type, subject_id)
      select now() - interval '1 day', ${ids.admin}, 'import.created', 'data_import', n::text
        from generate_series(1, 120) n`),
  )
})
afterAll(() => platform.end())

const everything: AuditSearch = { person: '', action: null, client: null, from: null, after: null }
const find = (search: Partial<AuditSearch>) =>
  searchAuditLog(platform.deps.db, { ...everything, ...search })
const actionsOf = async (search: Partial<AuditSearch>) =>
  (await find(search)).lines.map(({ action }) => action)

test('lines are found by who, to whom, what, where and when', async () => {
  const both = ['membership.role_changed', 'user.signed_in']
  expect(await actionsOf({ person: 'GRACE' })).toEqual(both)
  expect(await actionsOf({ person: '100%' })).toEqual(both)
  expect(await actionsOf({ person: '%' }), 'a sign is no pattern').toEqual(both)
  expect(await actionsOf({ action: 'user.signed_in' })).toEqual(['user.signed_in'])
  expect(await actionsOf({ client: 'acme' })).toEqual(['membership.role_changed'])
  expect(await actionsOf({ client: 'globex' })).toEqual([])
  const from = new Date(Date.now() - 3600_000).toISOString()
  expect(await actionsOf({ from })).toEqual(['user.sign_in_failed', ...both])
})

test('a line says who did what to whom, where', async () => {
  const { lines } = await find({ action: 'membership.role_changed' })
  expect(lines).toMatchObject([
    {
      actor: { name: 'Ada', email: 'admin@example.org' },
      subjectType: 'user',
      subjectName: 'Grace 100%',
      clientName: 'Acme',
      engagementName: 'ERP',
      detail: { role: 'manager' },
    },
  ])
  const unknown = await find({ action: 'user.sign_in_failed' })
  expect(unknown.lines).toMatchObject([{ actor: null, subjectName: null, clientName: null }])
})

test('pages follow one another without a gap, the newest line first', async () => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page = await find({ after })
    seen.push(...page.lines.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(123)
  expect(seen).toEqual([...new Set(seen)].sort().reverse())
})
