import 'server-only'
import { createDatabase, type ReadSources } from '@/db/client'
import { type Clock, systemClock } from '@/lib/base/clock'
import type { Mailer } from '@/lib/domain/users/site-deps'
import type { Env } from '@/lib/env'
import type { FlagSource } from '@/lib/flags/flag-source'
import type { Hub } from '@/lib/live/hub'
import { createLogger, type Logger } from '@/lib/observability/logger'
import { type Caches, connectCaches } from './connect-caches'
import { connectPresence, type Presences } from './connect-presence'
import { sayWhatIsObeyed } from './flag-console/say-what-is-obeyed'
import { connectFlags } from './flags/connect-flags'
import { connectLive } from './live/connect-live'
import { logBehindAnswer } from './log-behind-answer'
import { createMailer } from './mailer'
import type { Host } from './next-host'

/** What lives as long as the process. */
export interface Container extends ReadSources, Caches {
  flags: FlagSource
  /** What this process hears of changes, for the pages that are open. */
  live: Hub
  /** Who has which mapping open. */
  presence: Presences
  clock: Clock
  logger: Logger
  /** When this process was put together. */
  startedAt: Date
  /** Null where no mail server is configured. */
  mailer: Mailer | null
}

/** Puts a process together from its environment. Nothing is asked of any far end yet. */
export function createContainer(settings: Env, host: Host): Container {
  const tls = settings.DATABASE_TLS === 'on'
  const sources = {
    tenant: createDatabase({ url: settings.DATABASE_URL, tls }),
    platform: createDatabase({ url: settings.PLATFORM_DATABASE_URL, tls }),
  }
  const logger = createLogger('info')
  const failed = (error: unknown) => logBehindAnswer(logger, error)
  const background = (work: Promise<unknown>) => host.keepUp(work, failed)
  const caches = connectCaches(settings, host, sources, logger)
  const flags = connectFlags(settings, background, logger)
  sayWhatIsObeyed({ flags, instances: caches.instances, clock: systemClock, background })
  return {
    ...sources,
    ...caches,
    flags,
    live: connectLive(settings),
    presence: connectPresence(settings, systemClock),
    clock: systemClock,
    logger,
    startedAt: systemClock.now(),
    mailer: createMailer(settings),
  }
}
