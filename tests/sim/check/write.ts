import type { Tag } from '@/lib/base/tag'
import type { Session } from '../world/postgres'

/** A moment: later moments have larger numbers. */
export type Stamp = number
export const never = Number.POSITIVE_INFINITY

/** A transaction that was committed or may be, with what was said about it and when. */
export interface Write {
  session: Session
  committed: Stamp
  /** When Redis ran its fence, and when the writer knew; `never` if the writer does not know. */
  fenceRan: Stamp
  fenced: Stamp
  /** When its caller was told that it is done, not pending. */
  done: Stamp
  /** Whether its bump has run, though Redis may have lost that since. */
  wasTold: boolean
  /** By process: when it trusted Redis again after having told it of this. */
  caughtUp: Map<object, Stamp>
  /** When Redis last lost its fence, or its bump; and until when that excuses stale readers. */
  fenceLost: Loss
  bumpLost: Loss
}

export interface Loss {
  since: Stamp
  until: Stamp
}

const nothingLost = (): Loss => ({ since: -1, until: -1 })

export function newWrite(session: Session): Write {
  return {
    session,
    committed: never,
    fenceRan: never,
    fenced: never,
    done: never,
    wasTold: false,
    caughtUp: new Map(),
    fenceLost: nothingLost(),
    bumpLost: nothingLost(),
  }
}

export function tagsOf({ session }: Write): Set<Tag> {
  return new Set(session.rows.flatMap((row) => [...row.tags]))
}

/** When the last of its rows was marked as told. */
export function markedAt({ session }: Write): Stamp {
  return Math.max(...session.rows.map((row) => row.marked))
}
