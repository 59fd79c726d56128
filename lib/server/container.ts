import 'server-only'
import { createDatabase, type ReadSources } from '@/db/client'
import { type Clock, systemClock } from '@/lib/base/clock'
import type { ProcessCache } from '@/lib/cache/cache'
import type { Mailer } from '@/lib/domain/users/site-deps'
import { env } from '@/lib/env'
import { createLogger, type Logger } from '@/lib/observability/logger'
import { connectStore, keysOfDatabase } from '@/lib/write/connect'
import type { Coherence } from '@/lib/write/transact'
import { reportToLog } from './cache-log'
import { createCoherence } from './coherence'
import { createSiteCache } from './create-cache'
import { createMailer } from './mailer'

export interface Container extends ReadSources {
  clock: Clock
  cache: ProcessCache<ReadSources>
  coherence: Coherence
  logger: Logger
  /** Null where no mail server is configured. */
  mailer: Mailer | null
}

// Next bundles middleware, pages and handlers apart; a global symbol makes them share one.
const key = Symbol.for('portolan.container')
const holder = globalThis as typeof globalThis & { [key]?: Container }

/** The one container of this process, made at the first call. */
export function container(): Container {
  holder[key] ??= createContainer()
  return holder[key]
}

function createContainer(): Container {
  const settings = env()
  const tls = settings.DATABASE_TLS === 'on'
  const sources = {
    tenant: createDatabase({ url: settings.DATABASE_URL, tls }),
    platform: createDatabase({ url: settings.PLATFORM_DATABASE_URL, tls }),
  }
  const logger = createLogger('info')
  const report = reportToLog(logger)
  const keys = keysOfDatabase(settings.DATABASE_URL)
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings
  const store = connectStore({ url, token, keys })
  const cache = createSiteCache(settings, {
    source: sources,
    store,
    keys,
    report,
    drain: async () => undefined,
  })
  return {
    ...sources,
    clock: systemClock,
    cache,
    coherence: createCoherence(store, report, cache.announced),
    logger,
    mailer: createMailer(settings),
  }
}
