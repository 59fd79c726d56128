import 'server-only'
import { createEdgeConfigAdapter } from '@flags-sdk/edge-config'
import { createClient } from '@vercel/edge-config'
import type { Env } from '@/lib/env'
import { flagKeys } from '@/lib/flags/definitions'
import { createFlagSource, type FlagSource } from '@/lib/flags/flag-source'
import { isObject } from '@/lib/flags/parse-flags'
import type { Logger } from '@/lib/observability/logger'
import { systemTimer } from '@/lib/write/connect'

interface Asked {
  flags: { key: string }[]
  headers: Headers
}

const flags = flagKeys.map((key) => ({ key }))

/** The flags as this process reads them. */
export function connectFlags(
  settings: Env,
  background: (work: Promise<unknown>) => void,
  logger: Logger,
): FlagSource {
  return createFlagSource({
    load: connectStore(settings),
    timer: systemTimer,
    background,
    report(problems) {
      if (problems.length > 0) logger.warn({ problems }, 'the flags are not obeyed as written')
      else logger.info('the flags are obeyed as written again')
    },
  })
}

/**
 * Reads all flags by the SDK's adapter. Vercel is renaming the product: either variable may carry
 * the connection.
 */
function connectStore(settings: Env): () => Promise<unknown> {
  // By itself the client answers failures with old values and does not say so.
  const client = createClient(settings.EDGE_CONFIG ?? settings.GLOBAL_CONFIG, {
    staleIfError: false,
    disableDevelopmentCache: true,
    cache: 'no-store',
  })
  const adapter = createEdgeConfigAdapter({
    ...client,
    async get<T>(key: string) {
      // Past all caches: a kill switch must not wait until it has spread.
      const item = await client.get<T>(key, { consistentRead: true })
      return isObject(item) ? item : undefined
    },
  })<unknown, never>()
  // It remembers what it read for the headers that it was given, and asks for no cookie.
  const readAll = adapter.bulkDecide as (asked: Asked) => Promise<Record<string, unknown>>
  return () => readAll({ flags, headers: new Headers() })
}
