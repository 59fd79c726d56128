import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Env } from '@/lib/env'
import { createHub, type Hub } from '@/lib/live/hub'
import { createUpstashChangeStreams } from '@/lib/live/upstash-change-streams'
import { keysOfDatabase, newId, systemTimer } from '@/lib/write/connect'

/** For a request that everybody gave up long ago; milliseconds. */
const requestDeadline = 15_000

/** What this process hears of changes. Nothing is asked for before somebody listens. */
export function connectLive(settings: Env): Hub {
  const streams = createUpstashChangeStreams({
    url: settings.UPSTASH_REDIS_REST_URL,
    token: settings.UPSTASH_REDIS_REST_TOKEN,
    keys: keysOfDatabase(settings.DATABASE_URL, settings.DATABASE_BRANCH),
    nonce: newId,
    deadline: requestDeadline,
  })
  const hub = createHub({ streams, timer: systemTimer, random: Math.random })
  // What goes on for all listeners must not go on within the request of the first of them.
  const outside = AsyncLocalStorage.snapshot()
  return {
    ...hub,
    listen: (joining) => outside(() => hub.listen(joining)),
    ask: (question) => outside(() => hub.ask(question)),
  }
}
