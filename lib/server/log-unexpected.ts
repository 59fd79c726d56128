import 'server-only'
import type { Logger } from '@/lib/observability/logger'

/** Only what holds no data: the frames of a stack name places, its first lines the message. */
export function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, stack } = error
  const cause = error.cause instanceof Error ? error.cause : undefined
  const code = 'code' in error ? error.code : cause && 'code' in cause ? cause.code : undefined
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, code, cause: cause?.name, frames }
}

/**
 * Writes an unexpected error to the log.
 * @param where the name of the route, action or read
 * @returns the reference under which it stands there
 */
export function logUnexpected(logger: Logger, where: string, error: unknown): string {
  const reference = crypto.randomUUID().slice(0, 8)
  logger.error({ reference, where, error: factsOf(error) }, 'unexpected error')
  return reference
}
