import { Redis } from '@upstash/redis'
import { type Keys, namespacesOf } from './keys'
import { splitLooks } from './look-batch'
import { inOneTick } from './one-tick'
import { createScriptCalls } from './script-calls'
import { createScriptRunner, guarded } from './script-runner'
import type { LookAnswer, LookRequest, Store, StoreLives } from './store'

export interface UpstashAddress {
  url: string
  token: string
  /** Milliseconds after which a request is given up, whatever became of it; never when not given. */
  deadline?: number
}

export interface UpstashSettings extends UpstashAddress {
  deadline: number
  keys: Keys
  lives: StoreLives
  /** A text of letters and digits that no other request has. */
  nonce(): string
}

/** The client as the cache needs it: answers as text, nothing repeated, a deadline of its own. */
export function connectUpstash({ url, token, deadline }: UpstashAddress): Redis {
  return new Redis({
    url,
    token,
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
    // Whether to ask again is for the caller to decide.
    retry: false,
    // Given as a function: over a signal alone the client makes up an answer when it is aborted.
    ...(deadline !== undefined && { signal: () => AbortSignal.timeout(deadline) }),
  })
}

/** The store over Upstash's REST interface. Calls of one tick share one HTTP request. */
export function createUpstashStore(settings: UpstashSettings): Store {
  const { keys, nonce } = settings
  const { url, token } = settings
  const redis = connectUpstash(settings)
  // A signal is dear for a hit. After one look that was given up nobody looks, so few are left open.
  const looking = connectUpstash({ url, token })
  const run = createScriptRunner(redis)
  const calls = createScriptCalls(keys, settings.lives)
  // Of whatever requests they are: many that want one value at once ask for it once.
  const look = inOneTick<LookRequest, LookAnswer>(async (requests) => {
    const answers = splitLooks(requests, keys).map(async ({ keys, read }) =>
      read(await guarded(looking.mget<(string | null)[]>(...keys))),
    )
    return (await Promise.all(answers)).flat()
  })

  return {
    look: (requests) => Promise.all(requests.map(look)),
    async lease(leaseKey, tags) {
      const [, granted, ...values] = await run(calls.lease(nonce(), tags, leaseKey))
      return { granted: granted === '1', values }
    },
    async fill(fill) {
      await run(calls.fill(nonce(), fill))
    },
    async release(lease) {
      await run(calls.release(nonce(), lease))
    },
    async fence(tags, id) {
      await run(calls.fence(nonce(), tags, id))
    },
    async bump(tags, id) {
      const [, ...events] = await run(calls.bump(nonce(), tags, id))
      return new Map(namespacesOf(tags).map((name, index) => [name, events[index] ?? '']))
    },
    async lift(tags, id) {
      await run(calls.lift(nonce(), tags, id))
    },
    async tidy(tags) {
      await run(calls.tidy(nonce(), tags))
    },
    async present(namespace, eventIds) {
      const [, ...found] = await run(calls.present(nonce(), namespace, eventIds))
      return new Set(found)
    },
    async open(namespace) {
      await guarded(redis.set(keys.marker(namespace), 'open', { nx: true }))
    },
    async ping() {
      await guarded(redis.ping())
    },
  }
}
