import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ReadSources } from '@/db/client'
import type { ProcessCache } from '@/lib/cache/cache'
import { createCodec } from '@/lib/cache/codec'
import { createCounters } from '@/lib/cache/counters'
import type { CacheEvent } from '@/lib/cache/events'
import { createPathFigures, type FiguresStore } from '@/lib/cache/path-figures'
import { createProcessCache } from '@/lib/cache/process-cache'
import { createUpstashCounts } from '@/lib/cache/upstash-counts'
import { createUpstashFigures } from '@/lib/cache/upstash-figures'
import { createHourlyCounts } from '@/lib/cache/upstash-hours'
import { createUpstashInstances, type Instances } from '@/lib/cache/upstash-instances'
import { createVitals, type Vitals } from '@/lib/domain/vitals/visit-counts'
import type { Env } from '@/lib/env'
import type { Logger } from '@/lib/observability/logger'
import { connectInvalidation, connectStore, keysOfDatabase, systemTimer } from '@/lib/write/connect'
import { type RelayReport, relayFacts } from '@/lib/write/relay-facts'
import type { Coherence } from '@/lib/write/transact'
import { createAnnounce } from './announce'
import { logCacheEvent } from './cache-log'
import { logBehindAnswer } from './log-behind-answer'
import type { Host } from './next-host'
import { registerPageCache } from './public-pages/register'

/** Which share of the reads on the path `shadow` is compared. */
const shadowShare = 0.2
/** Milliseconds that counts are gathered before they are sent, and that sending may take. */
const [countPeriod, countDeadline] = [2_000, 1_000]
/** The same for what each path does; it is looked at rarely. */
const figuresPeriod = 5_000

/** Everything by which this process reads through the cache and tells it of changes. */
export interface Caches {
  cache: ProcessCache<ReadSources>
  coherence: Coherence
  /** A turn of the relay and of the audit: tells the caches of what they were not told. */
  relay(): Promise<RelayReport>
  /** What each path does for each read, on all instances. */
  figures: FiguresStore
  /** What each process says of itself. */
  instances: Instances
  /** What people felt of the pages, on all instances. */
  vitals: Vitals
}

/** Puts the caches of a process together; the pages that Next keeps get theirs here, too. */
export function connectCaches(
  settings: Env,
  { keepUp, announceToPages, readBudget }: Host,
  source: ReadSources,
  logger: Logger,
): Caches {
  const timer = systemTimer
  const failed = (error: unknown) => logBehindAnswer(logger, error)
  const background = (work: Promise<unknown>) => keepUp(work, failed)
  const keys = keysOfDatabase(settings.DATABASE_URL, settings.DATABASE_BRANCH)
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings
  const store = connectStore({ url, token, keys })
  const counted = { url, token, keys, deadline: countDeadline }
  const counters = createCounters({
    store: createUpstashCounts(counted),
    timer,
    background,
    period: countPeriod,
    failed,
  })
  const figures = createUpstashFigures(counted)
  const pathFigures = createPathFigures({
    store: figures,
    timer,
    background,
    period: figuresPeriod,
    failed,
  })
  const report = (event: CacheEvent) => {
    counters.report(event)
    pathFigures.report(event)
    logCacheEvent(logger, event)
  }
  const coherence: Coherence = {
    invalidation: connectInvalidation(store, report),
    announce: createAnnounce([(tags) => cache.announced(tags), announceToPages], failed),
    afterwards: (work) => keepUp(work, failed),
  }
  const relay = () => relayFacts({ db: source.tenant, coherence, events: store })
  const codec = createCodec({ secret: Buffer.from(settings.CACHE_SECRET), randomBytes })
  const shared = { store, codec, keys, timer, random: Math.random, report, background, readBudget }
  const drain = async () => void (await relay())
  const cache = createProcessCache<ReadSources>({
    ...shared,
    source,
    drain,
    shadowShare: () => shadowShare,
    strictValues: settings.NODE_ENV !== 'production',
  })
  registerPageCache({ ...shared, drain })
  const instances = createUpstashInstances(counted)
  const vitals = createVitals({
    store: createHourlyCounts(counted, keys.vitals),
    timer,
    background,
    period: figuresPeriod,
    failed,
  })
  return { cache, coherence, relay, figures, instances, vitals }
}
