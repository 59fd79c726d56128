'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { usePlace } from '@/components/data/place'
import { tabClient } from './tab-client'

/** Hears of changes and shows the page anew for those that concern it. Shows nothing itself. */
export function LiveListener() {
  const { user, root } = usePlace()
  useRefresh()

  useEffect(() => {
    const live = tabClient()
    const enter = () => live.enter(user.userId, root === null ? [] : [root.slice(1)])
    let leave = enter()
    // A page that the browser lays aside hears nothing, and must not keep the others from hearing.
    const rest = () => live.leave()
    const wake = () => {
      leave = enter()
      live.refreshAll()
    }
    const restore = ({ persisted }: PageTransitionEvent) => {
      if (persisted) wake()
    }
    window.addEventListener('pagehide', rest)
    window.addEventListener('pageshow', restore)
    document.addEventListener('freeze', rest)
    document.addEventListener('resume', wake)
    return () => {
      window.removeEventListener('pagehide', rest)
      window.removeEventListener('pageshow', restore)
      document.removeEventListener('freeze', rest)
      document.removeEventListener('resume', wake)
      leave()
    }
  }, [user.userId, root])
  return null
}

/** Milliseconds after which another refresh is not kept waiting by one that does not come back. */
const longestRefresh = 15_000

/** Lets the page be shown anew, once at a time: what is on the screen stays until then. */
function useRefresh() {
  const router = useRouter()
  const [isPending, startRefresh] = useTransition()
  const finish = useRef<(() => void) | null>(null)

  useEffect(() => {
    if (isPending) return
    finish.current?.()
    finish.current = null
  }, [isPending])

  useEffect(() => {
    const takeBack = tabClient().refreshWith(
      () =>
        new Promise((resolve) => {
          finish.current?.()
          finish.current = resolve
          setTimeout(resolve, longestRefresh)
          startRefresh(() => router.refresh())
        }),
    )
    return () => {
      takeBack()
      // Nobody is left who would see it come back, and the next page's must not wait for it.
      finish.current?.()
    }
  }, [router])

  useEffect(() => {
    const [visit] = performance.getEntriesByType('navigation')
    // On the way back a browser shows its copy without asking.
    if ((visit as PerformanceNavigationTiming | undefined)?.type === 'back_forward') {
      tabClient().refreshAll()
    }
  }, [])
}
