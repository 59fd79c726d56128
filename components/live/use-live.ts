'use client'

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LiveStatus } from './live-status'
import { tabClient } from './tab-client'
import type { PersonPresent } from './wire'

const subscribe = (listener: () => void) => tabClient().subscribe(listener)

/** How this browser stands with the changes of others. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    subscribe,
    () => tabClient().status(),
    () => 'connecting',
  )
}

/**
 * Hears of changes of some of the page's own reads, in place of the page: it is not shown anew for
 * them. Bursts are heard of once, and never before what was returned the last time has settled.
 * @param reads their names with spaces between; while undefined the page looks after all of its reads
 * @param spacing milliseconds between two that are heard of; as the page itself where left off
 */
export function useLiveRead(
  reads: string | undefined,
  onChange: () => unknown,
  spacing?: number,
): void {
  const heard = useEffectEvent(onChange)
  useEffect(() => {
    if (reads !== undefined) return tabClient().keepReads(reads.split(' '), heard, spacing)
  }, [reads, spacing])
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

const nobody: readonly PersonPresent[] = []

/** Who has a flow open, as they say themselves. */
export function usePresence(flowId: string): readonly PersonPresent[] {
  return useSyncExternalStore(
    subscribe,
    () => tabClient().people(flowId),
    () => nobody,
  )
}
