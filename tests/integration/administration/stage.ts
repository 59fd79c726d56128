import { sql } from 'drizzle-orm'
import type { Result } from '@/lib/base/result'
import { findPerson } from '@/lib/domain/users/find-person'
import type { MembershipRole, Person, UserStatus } from '@/lib/domain/users/schema'
import { createPlatform } from '../auth/support'

interface NewPerson {
  isAdmin?: boolean
  status?: UserStatus
  /** In the platform's only engagement. */
  role?: MembershipRole
}

/** The platform with its administrator, and whoever a test adds. */
export async function setStage() {
  const platform = await createPlatform()
  const { deps, ids, owner } = platform
  const rows = <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    owner.transaction(null, async (tx) => (await tx.execute<Row>(query)).rows)
  return {
    ...platform,
    admin: { userId: ids.admin },
    rows,
    /** @returns the id of a new person */
    async add({ isAdmin = false, status = 'active', role }: NewPerson = {}): Promise<string> {
      const [added] = await rows<{ id: string }>(sql`
        insert into users (email, name, is_admin, status)
        values (${`${crypto.randomUUID()}@example.org`}, 'Paula', ${isAdmin}, ${status})
        returning id`)
      const userId = added?.id ?? ''
      if (role !== undefined) {
        await rows(sql`
          insert into memberships (client_account_id, engagement_id, user_id, role)
          values (${ids.client}, ${ids.engagement}, ${userId}, ${role})`)
      }
      return userId
    },
    async find(userId: string): Promise<Person> {
      const found = await findPerson(deps.db, userId)
      if (!found) throw new Error('There is no such person')
      return found
    },
    /** What the audit log says of a thing, the oldest first. */
    async audited(subjectId: string): Promise<string[]> {
      const entries = await rows<{ entry: string }>(sql`
        select concat_ws(' ', action, detail->>'role', detail->>'name') as entry
          from audit_log where subject_id = ${subjectId} order by id`)
      return entries.map(({ entry }) => entry)
    },
    /** How many rows were ever written to the log. */
    async auditCount(): Promise<number> {
      const [row] = await rows<{ n: number }>(sql`select count(*)::int as n from audit_log`)
      return row?.n ?? 0
    },
  }
}

export type Stage = Awaited<ReturnType<typeof setStage>>

/** What a command that has to succeed gave back. */
export function dataOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.code}`)
  return result.data
}
