'use client'

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LiveStatus } from './live-status'
import { tabClient } from './tab-client'
import type { PersonPresent } from './wire'

const nobody: readonly PersonPresent[] = []

const subscribe = (listener: () => void) => tabClient().subscribe(listener)

/** How this browser stands with the changes of others. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    subscribe,
    () => tabClient().status(),
    () => 'connecting',
  )
}

/** Who looks at a flow, and at which of its columns. */
export function usePresence(flowId: string): readonly PersonPresent[] {
  return useSyncExternalStore(
    subscribe,
    () => tabClient().people(flowId),
    () => nobody,
  )
}

/**
 * Hears of changes of one of the page's own reads, in place of the page: it is not shown anew for
 * them. Bursts are heard of once, and never before what was returned the last time has settled.
 * @param read its name; while undefined the page looks after all of its reads
 */
export function useLiveRead(read: string | undefined, onChange: () => unknown): void {
  const heard = useEffectEvent(onChange)
  useEffect(() => {
    if (read !== undefined) return tabClient().keepRead(read, heard)
  }, [read])
}

/**
 * Hears of changes of facts, as `useLiveRead` does, for data that is no read of the page.
 * @param tags as the header `X-Read-Tags` has them; `*` for any change, null for none
 */
export function useLiveTags(tags: string | null, onChange: () => unknown): void {
  const heard = useEffectEvent(onChange)
  useEffect(() => {
    if (tags === null) return
    return tabClient().keepTags(tags === '*' ? '*' : tags.split(' '), heard)
  }, [tags])
}
