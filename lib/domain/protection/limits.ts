/** How often something may be done: `times` at once, and as many in `seconds` evenly after that. */
export interface Limit {
  times: number
  seconds: number
}

const minutes = 60
const hours = 60 * minutes

/**
 * The limits there are. Of a person or an account: what they may do wherever they ask from. Of an
 * address: what all who come from there may do together, so that offices have room.
 */
export const limits = {
  /** Tries per account, with or without a person behind it; a right one gives all of them back. */
  signInOfAccount: { times: 10, seconds: 30 * minutes },
  /** Wrong tries per address. */
  signInFromAddress: { times: 60, seconds: 15 * minutes },
  signUpFromAddress: { times: 20, seconds: hours },
  passwordLinkFromAddress: { times: 20, seconds: hours },
  passwordLinkOfAccount: { times: 5, seconds: hours },
  newPasswordFromAddress: { times: 20, seconds: 15 * minutes },
  /** Files that a person begins to import. */
  imports: { times: 120, seconds: 10 * minutes },
  /** Everything else that a person changes. */
  commands: { times: 600, seconds: minutes },
  /** Visits that a person's browsers say something of. */
  vitals: { times: 120, seconds: minutes },
  /** What is written down of a person's refusals and failures, so that nobody fills the log. */
  recordedDenials: { times: 30, seconds: hours },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
