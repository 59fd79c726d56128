import 'server-only'
import type { Clock } from '@/lib/base/clock'
import type { Env } from '@/lib/env'
import { createUpstashPresence, type PresenceBook } from '@/lib/live/upstash-presence'
import { keysOfDatabase } from '@/lib/write/connect'
import { createLocalTurns } from './local-turns'

/** Milliseconds that Redis may take to be told; nobody waits longer for a courtesy. */
const deadline = 2_000
/** A page says where its person is whenever they move, and every ten seconds. */
const turns = { times: 120, seconds: 60 }

/** By what a process knows who is where. */
export interface Presences {
  book: PresenceBook
  /** Whether a person may say once more where they are. */
  takeTurn: (userId: string) => boolean
}

export function connectPresence(settings: Env, clock: Clock): Presences {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings
  const keys = keysOfDatabase(settings.DATABASE_URL, settings.DATABASE_BRANCH)
  return {
    book: createUpstashPresence({ url, token, keys, deadline }),
    takeTurn: createLocalTurns(turns, clock),
  }
}
