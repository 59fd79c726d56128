import 'server-only'
import { type Failure, failure } from '@/lib/base/result'
import { container } from './container'

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

/** Only what holds no data: the frames of a stack name places, its first lines the message. */
function facts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, stack } = error
  const cause = error.cause instanceof Error ? error.cause : undefined
  const code = 'code' in error ? error.code : cause && 'code' in cause ? cause.code : undefined
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, code, cause: cause?.name, frames }
}

/**
 * Logs an unexpected error once, under a reference.
 * @param where the name of the route, action or read
 */
export function noteUnexpected(where: string, error: unknown): NotedError {
  if (error instanceof NotedError) return error
  const reference = crypto.randomUUID().slice(0, 8)
  container().logger.error({ reference, where, error: facts(error) }, 'unexpected error')
  return new NotedError(reference)
}

/** The same, as what the person is told: the table's words and the reference. */
export function reportUnexpected(where: string, error: unknown): Failure {
  const { digest: reference } = noteUnexpected(where, error)
  const plain = failure('internal')
  return { ...plain, message: `${plain.message} Reference: ${reference}`, details: { reference } }
}
