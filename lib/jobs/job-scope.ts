import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Role } from '@/lib/base/roles'
import { type Scope, sealScope } from '@/lib/base/scope'
import type { ClaimedJob } from './job'

type ScopeRow = { client_slug: string; engagement_slug: string; role: Role | null }

/**
 * The scope in which a job's steps act: the one of the person who started it, with the role of now.
 * @returns null when that person may not enter the engagement any more
 */
export async function jobScope(tx: Transaction, job: ClaimedJob): Promise<Scope | null> {
  const found = await tx.execute<ScopeRow>(sql`
    select c.slug as client_slug, e.slug as engagement_slug,
           case when u.is_admin then 'admin' else m.role end as role
      from engagements e
      join client_accounts c on c.id = e.client_account_id
      join users u on u.id = ${job.actingUserId} and u.status = 'active'
      left join memberships m on m.user_id = u.id and m.engagement_id = e.id
     where e.id = ${job.engagementId} and e.client_account_id = ${job.clientId}`)
  const row = found.rows[0]
  if (!row?.role) return null
  return sealScope({
    clientId: job.clientId,
    engagementId: job.engagementId,
    userId: job.actingUserId,
    role: row.role,
    clientSlug: row.client_slug,
    engagementSlug: row.engagement_slug,
  })
}
