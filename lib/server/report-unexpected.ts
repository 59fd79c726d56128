import 'server-only'
import { type Failure, failure } from '@/lib/base/result'
import { container } from './container'

/** A driver's error carries the query and its values; only what holds no data is logged. */
function facts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, stack } = error
  const cause = error.cause instanceof Error ? error.cause : undefined
  const code = 'code' in error ? error.code : cause && 'code' in cause ? cause.code : undefined
  // The first lines of a stack repeat the message; the frames name only places.
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, code, cause: cause?.name, frames }
}

/**
 * Logs an unexpected error once, under a reference that the person is shown too.
 * @param where the name of the route, action or page
 */
export function reportUnexpected(where: string, error: unknown): Failure {
  const reference = crypto.randomUUID().slice(0, 8)
  container().logger.error({ reference, where, error: facts(error) }, 'unexpected error')
  const plain = failure('internal')
  return { ...plain, message: `${plain.message} Reference: ${reference}`, details: { reference } }
}
