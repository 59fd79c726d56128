import { connectInvalidation, connectStore, keysOfDatabase } from '@/lib/write/connect'
import type { Coherence } from '@/lib/write/transact'

/** Tells the caches of a site what the seed writes; the site itself may run meanwhile. */
export function seedCoherence(setting: (variable: string) => string) {
  const store = connectStore({
    url: setting('UPSTASH_REDIS_REST_URL'),
    token: setting('UPSTASH_REDIS_REST_TOKEN'),
    keys: keysOfDatabase(setting('DATABASE_URL'), process.env.DATABASE_BRANCH || undefined),
  })
  const putOff: Promise<void>[] = []
  const coherence: Coherence = {
    invalidation: connectInvalidation(store, () => undefined),
    announce: () => undefined,
    afterwards: (work) => void putOff.push(work()),
  }
  /** Waits for what was put off. */
  const settled = () => Promise.all(putOff.splice(0))
  return { store, coherence, settled }
}
