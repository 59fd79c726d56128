import { and, eq, exists, isNull, lte, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { cacheOutbox, idempotencyKeys } from '@/db/schema'
import { failure, type Result } from '@/lib/base/result'

const day = 86_400_000

/** A write as its sender named it. */
export interface NamedWrite {
  userId: string
  engagementId: string
  /** Method and path. */
  address: string
  key: string
  /** Of everything that was sent. */
  bodyDigest: string
}

/** Gives the name of a request's one write to whoever asks first. */
export type OneWrite = () => NamedWrite

/** @throws at a second asking: two writes of one name could not be told apart */
export function oneWrite(write: NamedWrite): OneWrite {
  let given = false
  return () => {
    if (given) throw new Error('A request whose sender named its write may write only once.')
    given = true
    return write
  }
}

/**
 * Does a named write once: its name is written in the write's own transaction, so that either both
 * are there or neither. Whoever sends the same again gets the answer that the first one got; while
 * the first is under way, the second waits for it.
 * @param work has to give a result of plain JSON, which is all that a second sender is given
 * @returns what `work` gives, or `key_reused` when the name was given to another write
 */
export function doOnce<T>(
  clientId: string,
  write: NamedWrite,
  now: Date,
  work: (tx: Transaction) => Promise<Result<T>>,
): (tx: Transaction) => Promise<Result<T>> {
  const own = and(
    eq(idempotencyKeys.clientAccountId, clientId),
    eq(idempotencyKeys.userId, write.userId),
    eq(idempotencyKeys.address, write.address),
    eq(idempotencyKeys.key, write.key),
  )
  return async (tx) => {
    const isFirst = await claim(tx, clientId, write, now)
    if (!isFirst) return answerOf<T>(tx, own, write.bodyDigest)
    const result = await work(tx)
    if (result.ok)
      await tx
        .update(idempotencyKeys)
        .set({ answer: result.data ?? null })
        .where(own)
    return result
  }
}

/** Waits while another transaction holds the name and has not ended. */
async function claim(
  tx: Transaction,
  clientAccountId: string,
  write: NamedWrite,
  now: Date,
): Promise<boolean> {
  const { userId, engagementId, address, key, bodyDigest } = write
  const expiresAt = new Date(now.getTime() + day)
  const { clientAccountId: client, userId: user, address: at, key: name } = idempotencyKeys
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ clientAccountId, engagementId, userId, address, key, bodyDigest, expiresAt })
    .onConflictDoUpdate({
      target: [client, user, at, name],
      set: { engagementId, bodyDigest, answer: null, xid: sql`pg_current_xact_id()`, expiresAt },
      setWhere: lte(idempotencyKeys.expiresAt, now),
    })
    .returning({ key: idempotencyKeys.key })
  return claimed.length > 0
}

/** What the first one led to; some caches may still not have heard of it. */
async function answerOf<T>(
  tx: Transaction,
  own: ReturnType<typeof and>,
  bodyDigest: string,
): Promise<Result<T>> {
  const untold = tx
    .select({ id: cacheOutbox.id })
    .from(cacheOutbox)
    .where(and(eq(cacheOutbox.xid, idempotencyKeys.xid), isNull(cacheOutbox.appliedAt)))
  const [first] = await tx
    .select({
      answer: idempotencyKeys.answer,
      bodyDigest: idempotencyKeys.bodyDigest,
      pending: sql<boolean>`${exists(untold)}`,
    })
    .from(idempotencyKeys)
    .where(own)
  if (first === undefined) throw new Error('A name that is taken cannot be found.')
  if (first.bodyDigest !== bodyDigest) return failure('key_reused')
  const data = first.answer as T
  return first.pending ? { ok: true, data, invalidation: 'pending' } : { ok: true, data }
}
