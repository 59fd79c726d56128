import { type Failure, failure } from '@/lib/base/result'

interface Patience {
  /** Seconds after which a try is given up. */
  seconds: number
  /** How often it is tried at most. */
  tries: number
  /** Seconds that a server may ask to wait between two tries; beyond, the person is told. */
  longestPause: number
  /** Nobody waits at a button: also what asks for patience, and being offline, is sat out. */
  sitsOut: boolean
  /** What took so long, as the beginning of a sentence. */
  what: string
}

const attended = { tries: 3, longestPause: 5, sitsOut: false }

/** How long each kind of work is waited for, and how often it is tried. */
export const kinds = {
  lookup: { ...attended, seconds: 10, what: 'The answer' },
  list: { ...attended, seconds: 15, what: 'The list' },
  default: { ...attended, seconds: 30, what: 'This' },
  create: { ...attended, seconds: 45, what: 'Creating this' },
  process: { ...attended, seconds: 60, what: 'The work' },
  // One of the many steps of a file that may be on its way for minutes.
  upload: { tries: 7, longestPause: 60, sitsOut: true, seconds: 120, what: 'Sending the file' },
} as const satisfies Record<string, Patience>

export type KindOfWork = keyof typeof kinds

/**
 * The refusal when a kind of work took longer than it is waited for.
 * @param writes whether it may have been done all the same
 */
export function timedOut(kind: KindOfWork, writes: boolean): Failure {
  const { what, seconds } = kinds[kind]
  const next = writes
    ? 'It may be done all the same: look at the present state before you do it again.'
    : 'Please try again.'
  const message = `${what} took longer than ${seconds} seconds, so we stopped waiting. ${next}`
  return failure('timed_out', { message })
}
