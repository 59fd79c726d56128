import 'server-only'
import type { CacheEvent, Report } from '@/lib/cache/events'
import type { Logger } from '@/lib/observability/logger'

/** Writes down what somebody should know of: an outage and its end, and what was never kept. */
export function reportToLog(logger: Logger): Report {
  return (event) => {
    switch (event.kind) {
      case 'breaker':
        logger.warn({ state: event.state }, 'the cache')
        break
      case 'storeFailed':
        logger.warn({ call: event.call, error: nameOf(event.error) }, 'Redis did not answer')
        break
      case 'unfilled':
        if (event.reason !== 'redis') logger.warn(event, 'a value was not kept')
        break
      case 'staleOnError':
      case 'refreshFailed':
      case 'shadowFailed':
        logger.warn({ ...named(event), error: nameOf(event.error) }, 'a read failed')
        break
    }
  }
}

/** A message may hold values. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

function named({ kind, read }: Extract<CacheEvent, { read: string }>) {
  return { kind, read }
}
