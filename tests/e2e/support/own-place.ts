import { sql } from 'drizzle-orm'
import { createDatabase } from '@/db/client'
import { asOwner, siteEnvironment } from './behind-the-site'
import { gate } from './gate'

export interface OwnPlace {
  /** `/CLIENT/ENGAGEMENT` */
  address: string
  engagementId: string
}

/** An engagement that no other test knows; administrators may enter it. */
export async function ownPlace(name: string): Promise<OwnPlace> {
  const slug = `${name}-${Date.now()}`
  const [row] = await asOwner(sql`
    with client as (
      insert into client_accounts (slug, name) values (${slug}, ${`Client ${slug}`}) returning id)
    insert into engagements (client_account_id, slug, name)
    select id, 'own', 'Own place' from client returning id`)
  return { address: `/${slug}/own`, engagementId: String(row?.id) }
}

/** A condition of SQL on the assets of one engagement that every reader of them meets. */
async function whileReadersMeet<T>(
  { engagementId }: OwnPlace,
  condition: string,
  work: () => Promise<T>,
): Promise<T> {
  const policy = sql.identifier(`met_${engagementId.replaceAll('-', '')}`)
  await asOwner(sql`
    create policy ${policy} on assets as restrictive for select
    using (engagement_id <> ${sql.raw(`'${engagementId}'`)} or ${sql.raw(condition)})`)
  try {
    return await work()
  } finally {
    await asOwner(sql`drop policy ${policy} on assets`)
  }
}

/** Whoever reads the place's assets during the work gets an error of the database. */
export function whileBroken<T>(place: OwnPlace, work: () => Promise<T>): Promise<T> {
  return whileReadersMeet(place, '1 / (select 0) = 1', work)
}

/** Whoever reads the place's assets waits until `letGo` is called, or the work is done. */
export async function whileSlow<T>(
  place: OwnPlace,
  work: (letGo: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const lock = Number.parseInt(place.engagementId.slice(-7), 16)
  const waits = `(select true from pg_advisory_xact_lock_shared(${lock}))`
  const url = siteEnvironment().OWNER_DATABASE_URL ?? ''
  const holder = createDatabase({ url, tls: false, maxConnections: 1 })
  const released = gate()
  const held = gate()
  const holding = holder.transaction(null, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    held.open()
    await released.passed
  })
  const letGo = async () => {
    released.open()
    await holding
  }
  try {
    await held.passed
    return await whileReadersMeet(place, waits, () => work(letGo).finally(letGo))
  } finally {
    await letGo()
    await holder.close()
  }
}
