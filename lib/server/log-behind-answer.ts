import 'server-only'
import { StoreError } from '@/lib/cache/script-runner'
import type { Logger } from '@/lib/observability/logger'
import { factsOf, logUnexpected } from './log-unexpected'

const where = 'behind an answer'

/**
 * Writes down what failed when nobody waited for it. That Redis was silent is no fault of ours: counts
 * are lost, words are said again, and facts that were not told are the relay's.
 */
export function logBehindAnswer(logger: Logger, error: unknown): void {
  if (!(error instanceof StoreError)) return void logUnexpected(logger, where, error)
  logger.warn({ where, error: factsOf(error) }, 'Redis did not answer')
}
