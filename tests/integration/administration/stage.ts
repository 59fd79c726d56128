import { sql } from 'drizzle-orm'
import { vi } from 'vitest'
import type { Result } from '@/lib/base/result'
import type { Invalidation } from '@/lib/cache/invalidation'
import { findPerson } from '@/lib/domain/users/find-person'
import type { MembershipRole, Person, UserStatus } from '@/lib/domain/users/schema'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
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
  /** The platform's deps with another way to the caches. */
  const depsWith = (change: Partial<Invalidation>): SiteDeps => {
    const { coherence } = deps
    const invalidation = { ...coherence.invalidation, ...change }
    return { ...deps, coherence: { ...coherence, invalidation } }
  }
  const somebodyWaits = async () => {
    const [row] = await rows<{ waits: boolean }>(sql`
      select exists (
        select from pg_locks join pg_database on pg_database.oid = pg_locks.database
         where datname = current_database() and locktype = 'advisory' and not granted) as waits`)
    return row?.waits ?? false
  }
  return {
    ...platform,
    depsWith,
    /**
     * Runs a command as far as its commit, begins another, and lets the first commit once the other
     * waits for it or has ended.
     */
    async overlapping<First, Second>(
      first: (deps: SiteDeps) => Promise<First>,
      second: () => Promise<Second>,
    ): Promise<[First, Second]> {
      const [committing, mayCommit, ended] = [gate(), gate(), { second: false }]
      const slow = depsWith({
        async fence(tags) {
          committing.open()
          await mayCommit.opened
          return deps.coherence.invalidation.fence(tags)
        },
      })
      const begun = first(slow)
      await committing.opened
      const other = second().finally(() => {
        ended.second = true
      })
      await vi.waitUntil(async () => ended.second || (await somebodyWaits()), { timeout: 20_000 })
      mayCommit.open()
      return Promise.all([begun, other])
    },
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

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

export type Stage = Awaited<ReturnType<typeof setStage>>

/** What a command that has to succeed gave back. */
export function dataOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.code}`)
  return result.data
}
