import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { ClaimedJob } from './job'
import { leaseEnd } from './lease'

/**
 * Takes the job that has been due the longest, or a flow's own if it is due. Two drivers never get
 * the same one: a row that another is taking is skipped, and a lease keeps it until it runs out.
 * @returns null when nothing is due
 */
export function claimJob(db: Database, now: Date, flowId?: string): Promise<ClaimedJob | null> {
  return db.transaction(null, async (tx) => {
    const ofFlow = flowId === undefined ? sql`` : sql`and flow_id = ${flowId}`
    const claimed = await tx.execute<ClaimedRow>(sql`
      update jobs
         set lease_token = gen_random_uuid(), lease_until = ${leaseEnd(now)}, updated_at = ${now}
       where id = (
         select id from jobs
          where status = 'ready' and run_at <= ${now}
            and (lease_until is null or lease_until < ${now}) ${ofFlow}
          order by run_at
          limit 1
            for update skip locked)
      returning id, client_account_id, engagement_id, flow_id, acting_user_id, lease_token, attempts`)
    const row = claimed.rows[0]
    return row === undefined ? null : toJob(row)
  })
}

type ClaimedRow = {
  id: string
  client_account_id: string
  engagement_id: string
  flow_id: string
  acting_user_id: string
  lease_token: string
  attempts: number
}

function toJob(row: ClaimedRow): ClaimedJob {
  return {
    id: row.id,
    clientId: row.client_account_id,
    engagementId: row.engagement_id,
    flowId: row.flow_id,
    actingUserId: row.acting_user_id,
    leaseToken: row.lease_token,
    attempts: row.attempts,
  }
}
