/** A reader that was shown less than what was acknowledged before it asked. */
interface StaleRead {
  fact: string
  site: number
  shown: number
  acknowledged: number
  /** Milliseconds from the start of the run. */
  at: number
  during: string
}

/** What is counted while everything breaks. */
export interface Tally {
  reads: number
  /** Answers other than the one that was asked for, by what they were and during which fault. */
  readErrors: Map<string, number>
  writeErrors: Map<string, number>
  writes: { done: number; pending: number; unknown: number; refused: number }
  rawWrites: number
  stale: StaleRead[]
  staleCount: number
  /** The longest that a write behind the site's back was not seen, milliseconds. */
  longestUnseen: number
  slowestRead: number
  /** How the sites' own reads were answered, as far as their counts were not lost. */
  answered: { hits: number; misses: number; bypasses: number }
  faults: Map<string, number>
  /** The longest from a fault's end until every site answered again, by fault; milliseconds. */
  recovery: Map<string, number>
}

const mostDetails = 20

export function createTally(): Tally {
  return {
    reads: 0,
    readErrors: new Map(),
    writeErrors: new Map(),
    writes: { done: 0, pending: 0, unknown: 0, refused: 0 },
    rawWrites: 0,
    stale: [],
    staleCount: 0,
    longestUnseen: 0,
    slowestRead: 0,
    answered: { hits: 0, misses: 0, bypasses: 0 },
    faults: new Map(),
    recovery: new Map(),
  }
}

export function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

export function noteStale(tally: Tally, read: StaleRead): void {
  tally.staleCount += 1
  if (tally.stale.length < mostDetails) tally.stale.push(read)
}
