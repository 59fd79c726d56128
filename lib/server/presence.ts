import 'server-only'
import * as z from 'zod'
import type { Clock } from '@/lib/base/clock'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { clientNamespace } from '@/lib/base/tag'
import { StoreError } from '@/lib/cache/script-runner'
import type { PersonHere } from '@/lib/domain/mapping/page/schema'
import type { Env } from '@/lib/env'
import { createUpstashPresence } from '@/lib/live/upstash-presence'
import { keysOfDatabase } from '@/lib/write/connect'
import { container } from './container'
import { createLocalTurns } from './local-turns'

/** Milliseconds for which a person counts as being there, and that Redis may take to be told. */
const [life, deadline] = [30_000, 2_000]
/** A page says where its person is whenever they move, and every ten seconds. */
const turns = { times: 120, seconds: 60 }

const wordsSchema = z.object({ name: z.string(), mappingId: z.string().nullable() })

/** What a process keeps to know who is where. */
export function connectPresence(settings: Env, clock: Clock) {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = settings
  const keys = keysOfDatabase(settings.DATABASE_URL, settings.DATABASE_BRANCH)
  return {
    book: createUpstashPresence({ url, token, keys, deadline }),
    takeTurn: createLocalTurns(turns, clock),
  }
}

/**
 * Notes where a person is in a flow's mapping, for half a minute, and tells who else is there. No
 * database is asked; without Redis nobody is told of anybody, and that is all.
 * @param here what the others are told; null when the person leaves
 */
export async function notePresence(
  { clientId, userId }: Scope,
  flowId: string,
  here: Omit<PersonHere, 'userId'> | null,
): Promise<Result<{ people: PersonHere[] }>> {
  const { book, takeTurn } = container().presence
  if (!takeTurn(userId)) return failure('rate_limited')
  const where = { namespace: clientNamespace(clientId), thing: flowId, person: userId }
  try {
    const said = await book.note(where, here && JSON.stringify(here), life)
    return success({ people: [...said].map(([id, words]) => ({ userId: id, ...parse(words) })) })
  } catch (error) {
    if (error instanceof StoreError) return success({ people: [] })
    throw error
  }
}

function parse(words: string): Omit<PersonHere, 'userId'> {
  return wordsSchema.parse(JSON.parse(words))
}
