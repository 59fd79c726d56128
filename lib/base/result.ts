import { type ErrorCode, errorMessage } from './errors'

export interface Success<T> {
  ok: true
  data: T
  /** Written, but pages may show the older state for a moment: the cache could not be told. */
  invalidation?: 'pending'
}

export interface Failure {
  ok: false
  code: ErrorCode
  /** Words for people; the error table's unless the case can say more. */
  message: string
  /** Problems per form field, in words. */
  fields?: Record<string, string>
  /** Facts a program needs to go on, such as the numbers of missing parts. */
  details?: Record<string, unknown>
}

/** What a command gives back: expected failures are values, unexpected ones are thrown. */
export type Result<T> = Success<T> | Failure

export function success<T>(data: T): Success<T> {
  return { ok: true, data }
}

/** A failure with the table's words, or with more exact ones. */
export function failure(
  code: ErrorCode,
  more: {
    message?: string
    fields?: Record<string, string>
    details?: Record<string, unknown>
  } = {},
): Failure {
  return { ok: false, code, ...more, message: more.message ?? errorMessage(code) }
}
