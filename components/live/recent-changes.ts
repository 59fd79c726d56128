import type { Change } from './wire'

/** A change, and when this browser heard of it (ms, the machine's clock). */
export interface HeardChange extends Change {
  at: number
}

/** The latest changes that a tab has heard of. */
export interface RecentChanges {
  /** @returns those that are new: some are heard of twice where one tab goes on for another */
  add(changes: readonly Change[], at: number): HeardChange[]
  /** Those heard at a moment or later; null when not all of them are known. */
  since(moment: number): readonly HeardChange[] | null
  /** From a moment on all changes are here. */
  coverFrom(moment: number): void
  /** Changes before a moment may be missing. */
  missBefore(moment: number): void
}

/** @param most how many are kept */
export function createRecentChanges(most = 1_000): RecentChanges {
  let covered = Number.POSITIVE_INFINITY
  const kept: HeardChange[] = []

  return {
    add(changes, at) {
      const known = new Set(kept.map(({ name }) => name))
      const heard = changes
        .filter(({ name }) => !known.has(name))
        .map(({ name, tags }) => ({ name, tags, at }))
      kept.push(...heard)
      const dropped = kept.splice(0, Math.max(0, kept.length - most)).at(-1)
      if (dropped) covered = Math.max(covered, dropped.at + 1)
      return heard
    },
    since: (moment) => (moment < covered ? null : kept.filter(({ at }) => at >= moment)),
    coverFrom(moment) {
      covered = Math.min(covered, moment)
    },
    missBefore(moment) {
      covered = moment
    },
  }
}
