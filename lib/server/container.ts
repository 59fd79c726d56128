import 'server-only'
import { createDatabase, type ReadSources } from '@/db/client'
import { type Clock, systemClock } from '@/lib/base/clock'
import { type Cache, createUncached } from '@/lib/cache/cache'
import type { Mailer } from '@/lib/domain/users/site-deps'
import { env } from '@/lib/env'
import { createLogger, type Logger } from '@/lib/observability/logger'
import { createMailer } from './mailer'

export interface Container extends ReadSources {
  clock: Clock
  cache: Cache<ReadSources>
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
  return {
    ...sources,
    clock: systemClock,
    cache: createUncached<ReadSources>(sources),
    logger: createLogger('info'),
    mailer: createMailer(settings),
  }
}
