import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { EngagementKey } from '@/lib/base/scope'
import type { Asked } from '@/lib/base/stages'
import { lookupsOfAll } from '../lookups'
import { newIds } from '../store/assets'
import { anyRowIssue } from '../store/issues'
import { isAnyNear } from '../store/keys'
import { type BatchMatch, matchBatch, matchRows } from './match-batch'
import type { ReadRows } from './read-rows'
import type { Writing } from './write-batch'

/** Rows of a slice, and by what they are looked up. */
export interface ReadSlice {
  rows: ReadRows
  lookups: ReadonlySet<number>
}

/** What was seen of a slice before the slice before it was written. */
export interface Around {
  /** Whether any asset may have to do with the rows. */
  near: boolean
  /** Whether anything was found on the rows. */
  doubted: boolean
  /** For assets to be made, one for each row. */
  ids: string[]
}

export function lookedUp(key: EngagementKey, rows: ReadRows): ReadSlice {
  return { rows, lookups: lookupsOfAll(key, rows.identified) }
}

/** Looks what may have to do with the rows of a slice. */
export async function lookAround(
  tx: Transaction,
  { scope, dataImportId }: Writing,
  { rows: { identified, rejected } }: ReadSlice,
): Promise<Around> {
  const found = await tx.execute<{ near: boolean; doubted: boolean; ids: string[] }>(sql`
    select ${isAnyNear(scope, identified)} as near,
      ${anyRowIssue(dataImportId, [...identified, ...rejected])} as doubted,
      ${newIds(identified.length)} as ids`)
  const [around] = found.rows
  if (!around) throw new Error('The database did not say what is around the rows.')
  return around
}

/**
 * Finds or makes the assets of a slice's rows. Rows that have to do with no asset, nor with the slice
 * before, are matched among themselves, while that one is still being written; others wait for it
 * and are matched with what is there then.
 */
export async function matchSlice(
  tx: Transaction,
  { scope, plan, dataImportId }: Writing,
  { rows, lookups }: ReadSlice,
  { near, ids }: Around,
  before: Asked<ReadSlice> | null,
): Promise<BatchMatch> {
  const { identified } = rows
  if (!near && !isAnyOf(lookups, before?.item.lookups)) {
    return matchRows(plan, dataImportId, identified, [], ids)
  }
  await before?.done
  return matchBatch(tx, scope, plan, dataImportId, identified)
}

function isAnyOf(lookups: Iterable<number>, others: ReadonlySet<number> = new Set()): boolean {
  for (const lookup of lookups) if (others.has(lookup)) return true
  return false
}
