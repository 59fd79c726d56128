import { sql } from 'drizzle-orm'
import { createDatabase, type Database } from '@/db/client'
import { demoEstate } from '@/db/seed/demo'
import { findEngagement } from '@/db/seed/seed-accounts'
import { systemClock } from '@/lib/base/clock'
import { type Scope, sealScope } from '@/lib/base/scope'
import { createPostgresOutbox } from '@/lib/write/postgres-outbox'
import { relay } from '@/lib/write/relay'
import { seedCoherence } from '../../seed/coherence'
import { importSheet } from '../../seed/import-sheet'

/** Who walks and which file is theirs to decide about. */
export interface Walk {
  email: string
  userId: string
  flowId: string
  fileName: string
}

/** Columns of each file that are recognised, and more that a person has to look at. */
export const columns = { recognised: 200, toReview: 10 } as const

/** As many as the dashboard shows of the newest files. */
export const mostWalks = 6

/** Where a walker begins, and where the walk leads. */
export const home = '/acme/erp-2026'
export const place = `/${demoEstate.address}`

/**
 * Enters a person and a file for each walk, so that what one walk wrote is nothing to the next. It
 * runs before the site does: no process holds anything older.
 */
export async function prepareWalks(env: Record<string, string>, count: number): Promise<Walk[]> {
  const setting = (name: string) => env[name] ?? ''
  const login = (name: string) =>
    createDatabase({ url: setting(name), tls: false, maxConnections: 2 })
  const owner = login('OWNER_DATABASE_URL')
  const app = login('DATABASE_URL')
  const { coherence, settled } = seedCoherence(setting)
  try {
    const scope = await importer(owner)
    const walks: Walk[] = []
    for (let number = 1; number <= count; number += 1) {
      const fileName = `walk-${number}.csv`
      const deps = { db: app, clock: systemClock, coherence }
      await importSheet(scope, deps, { fileName, text: sheet(number) }, 'waiting_for_approval')
      const flowId = await recognise(owner, fileName)
      walks.push({ ...(await enterPerson(owner, number)), flowId, fileName })
    }
    await settled()
    await relay(createPostgresOutbox({ db: app }), coherence.invalidation)
    return walks
  } finally {
    await Promise.all([owner.close(), app.close()])
  }
}

function sheet(number: number): string {
  const all = Array.from({ length: columns.recognised + columns.toReview }, (_, index) => index)
  const header = all.map((index) => `Field ${number}-${index}`)
  return `${header.join(',')}\n${all.map((index) => `value ${index}`).join(',')}\n`
}

function importer(owner: Database): Promise<Scope> {
  return owner.transaction(null, async (tx) => {
    const { clientAccountId, engagementId } = await findEngagement(tx, demoEstate.address)
    const found = await tx.execute<{ id: string }>(
      sql`select id from users where email = ${demoEstate.importer}`,
    )
    const [clientSlug = '', engagementSlug = ''] = demoEstate.address.split('/')
    const facts = { userId: found.rows[0]?.id ?? '', role: 'analyst' } as const
    const ids = { clientId: clientAccountId, engagementId }
    return sealScope({ ...facts, ...ids, clientSlug, engagementSlug })
  })
}

/** Gives every column a meaning as the engine would, sure of most and unsure of some. */
async function recognise(owner: Database, fileName: string): Promise<string> {
  const { rows } = await owner.transaction(null, (tx) =>
    tx.execute<{ flowId: string }>(sql`
      update field_mappings m set
        attribute = case when position = 0 then 'hostname' else 'description' end,
        confidence = case when position < ${columns.recognised} then 0.97 else 0.6 end,
        state = case when position < ${columns.recognised} then 'auto_mapped' else 'needs_review' end
      from data_imports i where i.id = m.data_import_id and i.file_name = ${fileName}
      returning m.flow_id as "flowId"`),
  )
  const expected = columns.recognised + columns.toReview
  if (rows.length !== expected) throw new Error(`${fileName} has ${rows.length} columns`)
  return rows[0]?.flowId ?? ''
}

/** A person like the demo's analyst. */
async function enterPerson(owner: Database, number: number) {
  const email = `walker-${number}@portolan.test`
  const analyst = demoEstate.importer
  const userId = await owner.transaction(null, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into users (email, name, status, password_hash)
      select ${email}, ${`Walker ${number}`}, status, password_hash
      from users where email = ${analyst} returning id`)
    const id = rows[0]?.id ?? ''
    await tx.execute(sql`
      insert into memberships (user_id, client_account_id, engagement_id, role)
      select ${id}::uuid, client_account_id, engagement_id, role
      from memberships where user_id = (select id from users where email = ${analyst})`)
    await tx.execute(sql`
      insert into user_defaults (user_id, client_account_id, engagement_id)
      select ${id}::uuid, client_account_id, engagement_id
      from user_defaults where user_id = (select id from users where email = ${analyst})`)
    return id
  })
  return { email, userId }
}
