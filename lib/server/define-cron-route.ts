import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { failure, type Result } from '@/lib/base/result'
import { env } from '@/lib/env'
import { answer, type RouteHandler } from './define-route'

/**
 * Makes a handler that only the cron may call, with `Authorization: Bearer CRON_SECRET`; for
 * everybody else there is nothing at the address.
 */
export function defineCronRoute(work: () => Promise<Result<object>>): RouteHandler {
  return (request) =>
    answer(request, undefined, async () => {
      const given = request.headers.get('authorization') ?? ''
      return isSame(given, `Bearer ${env().CRON_SECRET}`) ? work() : failure('not_found')
    })
}

/** Compares digests, which are of one length, so that the time tells nothing. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
