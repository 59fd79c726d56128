import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { engagementKinds, globalKinds } from './tags'

/** Another table that says which row of a collection a changed row belongs to. */
export interface Parent {
  table: PgTable
  /** The parent's column and the changed row's column that are equal. */
  on: readonly [PgColumn, PgColumn]
  /** The parent's column that names the collection's row. */
  id: PgColumn
}

/** A collection that a changed row touches. */
export interface Touch {
  /** The collection's name in tags. */
  kind: string
  /** Whether each engagement has its own; the changed row then names the engagement. */
  ofEngagement: boolean
  /** What names the collection's row; where it is null the list alone is announced. */
  row: PgColumn | Parent
  /**
   * The columns that the collection is about, when it is not about all, such as a name that is shown
   * beside other things: other updates are quiet, and so is an insert, because nothing can show yet
   * what a new row says.
   */
  shows?: readonly PgColumn[]
}

export interface Announced {
  touches: readonly Touch[]
  /** Columns that no cached read shows: a change of them alone announces nothing. */
  quiet: readonly PgColumn[]
}

/** A table that no read through the cache may show, and why. */
export interface NotCached {
  notCached: string
}

export type Declaration = Announced | NotCached

export function announces(...touches: Touch[]): Announced {
  return { touches, quiet: [] }
}

export function quietIn(declared: Announced, ...quiet: PgColumn[]): Announced {
  return { ...declared, quiet }
}

export function notCached(because: string): NotCached {
  return { notCached: because }
}

/** @param shows nothing when the collection is about the whole row */
export function inEngagement(
  kind: keyof typeof engagementKinds,
  row: Touch['row'],
  ...shows: PgColumn[]
): Touch {
  return about({ kind: engagementKinds[kind], ofEngagement: true, row }, shows)
}

export function inSite(
  kind: keyof typeof globalKinds,
  row: Touch['row'],
  ...shows: PgColumn[]
): Touch {
  return about({ kind: globalKinds[kind], ofEngagement: false, row }, shows)
}

function about(touch: Touch, shows: readonly PgColumn[]): Touch {
  return shows.length === 0 ? touch : { ...touch, shows }
}
