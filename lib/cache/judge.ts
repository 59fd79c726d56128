import type { MissReason } from './answer'
import type { Codec, EntryPlace } from './codec'
import { isSettled, isValid } from './protocol'
import type { LookAnswer } from './store'

/** What a look at an entry comes to. */
export type Verdict =
  | { kind: 'fresh'; value: unknown; softExpiry: number }
  /** Past its soft expiry: to be served by choice only. */
  | { kind: 'old'; value: unknown; softExpiry: number }
  /** A change is under way: nothing is to be stored, nothing joined. */
  | { kind: 'fenced' }
  | { kind: 'miss'; reason: MissReason }

/**
 * @param now milliseconds since 1970 by the reader's clock, which decides on expiry alone: whether
 * a value is true to the facts follows from the versions
 */
export function judge(codec: Codec, place: EntryPlace, look: LookAnswer, now: number): Verdict {
  const { entry, values } = look
  if (values.some((value) => value !== null && !isSettled(value))) return { kind: 'fenced' }
  if (entry === null) return { kind: 'miss', reason: 'absent' }
  const sealed = codec.read(entry)
  if (!sealed) return { kind: 'miss', reason: 'unreadable' }
  const { header } = sealed
  if (!isValid(header.versions, values)) return { kind: 'miss', reason: 'invalid' }
  if (now >= header.hardExpiry) return { kind: 'miss', reason: 'expired' }
  const opened = codec.open(place, sealed)
  if (!opened) return { kind: 'miss', reason: 'unreadable' }
  const { softExpiry } = header
  return { kind: now >= softExpiry ? 'old' : 'fresh', value: opened.value, softExpiry }
}
