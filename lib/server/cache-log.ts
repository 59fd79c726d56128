import 'server-only'
import type { CacheEvent } from '@/lib/cache/events'
import type { Logger } from '@/lib/observability/logger'

/** Writes down what somebody should know of: an outage and its end, and what was not kept. */
export function logCacheEvent(logger: Logger, event: CacheEvent): void {
  const line = lineOf(event)
  if (line) logger.warn(...line)
}

/** Null for what happens all the time; it is counted. */
function lineOf(event: CacheEvent): [facts: Record<string, unknown>, words: string] | null {
  switch (event.kind) {
    case 'breaker':
      return [{ state: event.state }, 'the way to Redis']
    case 'storeFailed':
      return [{ call: event.call, error: nameOf(event.error) }, 'Redis did not answer']
    case 'unfilled':
      return event.reason === 'redis'
        ? null
        : [{ read: event.read, reason: event.reason }, 'a value was not kept']
    case 'staleOnError':
    case 'refreshFailed':
    case 'shadowFailed':
      return [{ read: event.read, error: nameOf(event.error) }, event.kind]
    default:
      return null
  }
}

/** A message may hold values. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
