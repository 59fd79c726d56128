import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { rateLimits } from '@/db/schema'
import type { Clock } from '@/lib/base/clock'
import { countWords } from '@/lib/base/count-words'
import { failure, type Result, success } from '@/lib/base/result'
import { type LimitName, limits } from './limits'

/** `db` is the platform's login. */
export interface LimitDeps {
  db: Database
  clock: Clock
}

/**
 * Takes one turn of a limit, in one statement: whoever asks at the same moment on another process
 * takes another. A refused turn writes nothing. Generic cell rate algorithm (ITU-T I.371).
 * @param who a person, an address or an account; only its digest is kept
 * @returns `rate_limited` with `details.retryAfter`, in seconds
 */
export async function takeTurn(
  { db, clock }: LimitDeps,
  name: LimitName,
  who: string,
): Promise<Result<null>> {
  const key = keyOf(name, who)
  const now = clock.now().getTime()
  const free = sql`greatest(${rateLimits.freeAt}, ${at(now)}) + ${shareOf(name)}`
  // A statement is a transaction of its own; nothing cached shows the table.
  const { rows } = await db.read(null, (q) =>
    q.execute<{ taken: boolean; before: string | null }>(sql`
      with taken as (
        insert into ${rateLimits} (key, free_at) values (${key}, ${at(now)} + ${shareOf(name)})
        on conflict (key) do update set free_at = ${free}
          where ${free} <= ${at(now + limits[name].seconds * 1000)}
        returning 1
      )
      select exists (select from taken) as taken,
        (select extract(epoch from free_at) * 1000 from ${rateLimits} where key = ${key}) as before`),
  )
  if (rows[0]?.taken) return success(null)
  return tooMany(name, Number(rows[0]?.before ?? now) - now)
}

/** Gives back one turn, for what turned out not to count. */
export async function giveBack({ db }: LimitDeps, name: LimitName, who: string): Promise<void> {
  await db.read(null, (q) =>
    q.execute(sql`update ${rateLimits} set free_at = free_at - ${shareOf(name)}
      where key = ${keyOf(name, who)}`),
  )
}

/** Gives all turns back. */
export async function giveAllBack({ db }: LimitDeps, name: LimitName, who: string): Promise<void> {
  await db.read(null, (q) =>
    q.execute(sql`delete from ${rateLimits} where key = ${keyOf(name, who)}`),
  )
}

function keyOf(name: LimitName, who: string): string {
  return `${name}:${createHash('sha256').update(who.toLowerCase()).digest('hex')}`
}

const at = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`

/** How much of the time one turn uses up. */
function shareOf(name: LimitName) {
  const { times, seconds } = limits[name]
  return sql`make_interval(secs => ${seconds / times}::float8)`
}

/** @param usedUp milliseconds from now until all would be free again */
function tooMany(name: LimitName, usedUp: number): Result<null> {
  const { times, seconds } = limits[name]
  const retryAfter = Math.max(1, Math.ceil(usedUp / 1000 + seconds / times - seconds))
  const wait =
    retryAfter < 90
      ? countWords(retryAfter, 'second', 'seconds')
      : countWords(Math.ceil(retryAfter / 60), 'minute', 'minutes')
  return failure('rate_limited', {
    message: `Too many tries in a short time. Please try again in ${wait}.`,
    details: { retryAfter },
  })
}
