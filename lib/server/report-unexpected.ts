import 'server-only'
import { CommitUnknown } from '@/lib/base/commit-unknown'
import { type Failure, failure } from '@/lib/base/result'
import { container } from './container'
import { logUnexpected } from './log-unexpected'

/**
 * Stands for an error that is already noted. It carries the reference as the framework's `digest`,
 * so that an error page shows it, and nothing of the cause: a driver's message holds values.
 */
export class NotedError extends Error {
  override name = 'NotedError'
  constructor(readonly digest: string) {
    super(`Noted under the reference ${digest}`)
  }
}

/**
 * Logs an unexpected error once, under a reference.
 * @param where the name of the route, action or read
 */
export function noteUnexpected(where: string, error: unknown): NotedError {
  if (error instanceof NotedError) return error
  return new NotedError(logUnexpected(container().logger, where, error))
}

/**
 * The same, as what the person is told: the table's words and the reference. `internal` says that
 * nothing is lost and invites to a second try, which is not for what may be written already.
 */
export function reportUnexpected(where: string, error: unknown): Failure {
  const { digest: reference } = noteUnexpected(where, error)
  const plain = failure(error instanceof CommitUnknown ? 'outcome_unknown' : 'internal')
  return { ...plain, message: `${plain.message} Reference: ${reference}`, details: { reference } }
}
