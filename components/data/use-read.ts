'use client'

import { useLayoutEffect, useState } from 'react'
import useSWR, { type SWRConfiguration } from 'swr'
import { useLiveRead, useLiveStatus, useLiveTags } from '@/components/live/use-live'
import type { Failure } from '@/lib/base/result'
import type { KindOfWork } from '@/lib/request/kinds'
import { send } from '@/lib/request/send'
import { browserRuntime } from './browser-runtime'
import { isNew } from './newest'
import { useViewer } from './place'
import { ReadFailed } from './read-failed'

/** The one configuration of reading in the browser. */
const configuration = {
  // The request function alone tries again.
  shouldRetryOnError: false,
  // What the server rendered is not asked for once more; live events and focus say when it is.
  revalidateIfStale: false,
  focusThrottleInterval: 10_000,
  revalidateOnReconnect: true,
  dedupingInterval: 2_000,
} as const satisfies SWRConfiguration

export interface ReadOptions<T> {
  /** What the page was rendered with. Without it the browser asks as soon as the page is there. */
  fallback?: T
  kind?: KindOfWork
  /**
   * The names of the page's own reads that this stands for: their changes are then asked for here,
   * and the page is not shown anew for them. None while it is left off.
   */
  read?: string
  /** Milliseconds between two looks; 0 for none. */
  refreshInterval?: (latest: T | undefined) => number
}

export interface Reading<T> {
  data: T | undefined
  /** Why the latest look failed; what was read before stays. */
  failure: Failure | null
  /** Whether the server is being asked. */
  loading: boolean
  /** Asks the server. */
  refresh: () => Promise<void>
  /** Shows something else at once and asks nobody, such as what a decision will lead to. */
  change: (next: T | ((now: T | undefined) => T | undefined)) => Promise<void>
}

/** An address, and who reads it. */
type Key = readonly [string, string | null]

/**
 * Data of the site's own API, shared by all parts of a page that read the same address. A newer
 * `fallback` takes the place of what the browser holds.
 * @param address null while there is nothing to read
 */
export function useRead<T extends object>(
  address: string | null,
  { fallback, kind = 'lookup', read: pageRead, refreshInterval }: ReadOptions<T> = {},
): Reading<T> {
  const [tags, setTags] = useState<string | null>(null)
  const onHeaders = (headers: Headers) => setTags(headers.get('x-read-tags'))
  const read = async ([at]: Key): Promise<T> => {
    const answer = await send<T>({ address: at }, { kind, runtime: browserRuntime, onHeaders })
    if (!answer.ok) throw new ReadFailed(answer)
    return answer.data
  }
  const isLive = useLiveStatus() === 'live'
  const viewer = useViewer()
  const held = useSWR<T, unknown, Key | null>(address === null ? null : [address, viewer], read, {
    ...configuration,
    // Who hears of every change has nothing to catch up with.
    revalidateOnFocus: !isLive,
    fallbackData: fallback,
    revalidateOnMount: fallback === undefined,
    refreshInterval: refreshInterval && ((latest) => refreshInterval(latest ?? fallback)),
  })
  const { mutate } = held
  useLayoutEffect(() => {
    if (fallback && isNew(fallback)) void mutate(fallback, { revalidate: false })
  }, [fallback, mutate])
  useLiveRead(pageRead, mutate)
  useLiveTags(pageRead === undefined ? tags : null, mutate)
  // Who does not look whether it is loading is not rendered for it.
  return {
    data: held.data,
    get failure() {
      return held.error instanceof ReadFailed ? held.error.failure : null
    },
    get loading() {
      return held.isValidating
    },
    refresh: async () => void (await mutate()),
    change: async (next) => void (await mutate(next, { revalidate: false })),
  }
}
