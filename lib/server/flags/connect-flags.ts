import 'server-only'
import { createClient } from '@vercel/edge-config'
import type { Env } from '@/lib/env'
import { createFlagSource, type FlagSource } from '@/lib/flags/flag-source'
import type { Logger } from '@/lib/observability/logger'
import { systemTimer } from '@/lib/write/connect'

/** The item of the Edge Config that holds all flags. */
const item = 'flags'

/**
 * The flags as this process reads them. Vercel is renaming the product: either variable may carry
 * the connection.
 */
export function connectFlags(
  settings: Env,
  background: (work: Promise<unknown>) => void,
  logger: Logger,
): FlagSource {
  // By itself the client answers failures with old values and does not say so.
  const client = createClient(settings.EDGE_CONFIG ?? settings.GLOBAL_CONFIG, {
    staleIfError: false,
    disableDevelopmentCache: true,
    cache: 'no-store',
  })
  return createFlagSource({
    // Past all caches: a kill switch must not wait for its propagation.
    load: () => client.get(item, { consistentRead: true }),
    timer: systemTimer,
    background,
    report(problems) {
      if (problems.length > 0) logger.warn({ problems }, 'the flags are not obeyed as written')
      else logger.info('the flags are obeyed as written again')
    },
  })
}
