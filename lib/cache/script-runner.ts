import { createHash } from 'node:crypto'
import type { Redis } from '@upstash/redis'
import type { ScriptCall } from './script-calls'

/** A request to Redis failed; it may have been applied. Its words hold no key and no value. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** The client's messages repeat the whole command behind these words. */
const beforeCommand = /,? command was:|command:/i

/** @throws StoreError instead of the client's own errors */
export async function guarded<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    throw new StoreError(words.split(beforeCommand, 1)[0])
  }
}

/** Runs scripts by digest, and by text where Redis does not know them yet. */
export function createScriptRunner(redis: Redis): (call: ScriptCall) => Promise<string[]> {
  const digests = new Map<string, string>()
  const digestOf = (script: string) => {
    const digest = digests.get(script) ?? createHash('sha1').update(script).digest('hex')
    digests.set(script, digest)
    return digest
  }
  return async ({ script, keys, args }) => {
    try {
      return await guarded(redis.evalsha<string[], string[]>(digestOf(script), keys, args))
    } catch (error) {
      // A script that is not known was not run, so this repeats nothing.
      if (!(error instanceof StoreError && error.message.includes('NOSCRIPT'))) throw error
      return guarded(redis.eval<string[], string[]>(script, keys, args))
    }
  }
}
