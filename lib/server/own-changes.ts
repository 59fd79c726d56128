import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { createRecent, type Recent } from '@/lib/base/recent'
import { requestIdHeader } from '@/lib/http/requested-path'
import type { Coherence } from '@/lib/write/coherence'

interface OwnChanges {
  /** What the call that runs now has announced so far. */
  present: AsyncLocalStorage<string[]>
  /** What recent actions have announced, by the request's id. */
  ended: Recent<readonly string[]>
}

// Actions and pages are bundled apart and mean one place.
const key = Symbol.for('portolan.own-changes')
const holder = globalThis as typeof globalThis & { [key]?: OwnChanges }
holder[key] ??= { present: new AsyncLocalStorage(), ended: createRecent(200) }
const { present, ended } = holder[key]

/** An event is named after its number and the run of the script that made it. */
const runOf = (event: string) => event.slice(event.indexOf(':') + 1)

/** The same, and what it bumps is noted as a change that the present call made itself. */
export function notingOwnChanges(coherence: Coherence): Coherence {
  const { invalidation } = coherence
  return {
    ...coherence,
    invalidation: {
      ...invalidation,
      async bump(tags, fenceId) {
        const events = await invalidation.bump(tags, fenceId)
        present.getStore()?.push(...[...events.values()].map(runOf))
        return events
      },
    },
  }
}

/**
 * Runs an action, whose answer shows the page anew: that page holds what the action has changed, so
 * its browser need not ask for it again when it hears of it.
 */
export async function withOwnChanges<T>(work: () => Promise<T>): Promise<T> {
  const made: string[] = []
  const requestId = await presentRequest()
  try {
    return await present.run(made, work)
  } finally {
    // Of what comes after the answer nobody knows whether the page holds it.
    if (requestId !== null) ended.put(requestId, [...made])
  }
}

/** The runs by which a request's action announced its changes; undefined when there was none. */
export function ownChangesOf(requestId: string): readonly string[] | undefined {
  return ended.get(requestId)
}

/** Null outside of requests that middleware saw. */
async function presentRequest(): Promise<string | null> {
  try {
    return (await headers()).get(requestIdHeader)
  } catch (error) {
    unstable_rethrow(error)
    return null
  }
}
