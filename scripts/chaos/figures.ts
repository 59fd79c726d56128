import { cronPeriod } from './relay'
import type { Run } from './run'
import { countNeedless } from './verdict'

/** What a run came to; times in milliseconds unless their name says otherwise. */
export type Figures = ReturnType<typeof toFigures>

/** What is found out when everything is quiet again. */
interface Outcome {
  seed: number
  seconds: number
  /** Changes of which no cache was told in the end. */
  untold: number
  lost: number
  behind: number
}

export function toFigures({ world, tally }: Run, { seed, seconds, untold, lost, behind }: Outcome) {
  return {
    seed,
    seconds,
    sites: world.sites.length,
    reads: tally.reads,
    answeredBySites: tally.answered,
    writes: tally.writes,
    writesBySql: tally.rawWrites,
    faults: sorted(tally.faults),
    staleReads: tally.staleCount,
    staleDetails: tally.stale,
    lostWrites: lost,
    behindAtTheEnd: behind,
    untoldAtTheEnd: untold,
    cronSeconds: cronPeriod / 1000,
    longestUnseenSqlMs: tally.longestUnseen,
    slowestReadMs: tally.slowestRead,
    longestRecoveryMs: Math.max(0, ...tally.recovery.values()),
    recoveryMs: sorted(tally.recovery),
    needlessErrors: countNeedless(tally.readErrors) + countNeedless(tally.writeErrors),
    readErrors: sorted(tally.readErrors),
    writeErrors: sorted(tally.writeErrors),
  }
}

const sorted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].sort())

/** Whether the promise was kept: nothing old, nothing lost, no error without need. */
export function isKept(figures: Figures): boolean {
  const { staleReads, lostWrites, behindAtTheEnd, untoldAtTheEnd, needlessErrors } = figures
  return staleReads + lostWrites + behindAtTheEnd + untoldAtTheEnd + needlessErrors === 0
}
