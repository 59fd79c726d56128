'use client'

import { useLayoutEffect, useState } from 'react'
import type { Failure } from '@/lib/base/result'

/**
 * Seconds until what was refused may be tried again, counted down; 0 when it may.
 * @param refusal whose `details.retryAfter` says how long
 */
export function useWait(refusal: Failure | null): number {
  const [left, setLeft] = useState(0)
  useLayoutEffect(() => {
    const seconds = refusal?.details?.retryAfter
    if (typeof seconds !== 'number') return setLeft(0)
    const until = performance.now() + seconds * 1000
    const look = () => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setLeft(now)
      if (now === 0) clearInterval(timer)
    }
    const timer = setInterval(look, 500)
    look()
    return () => clearInterval(timer)
  }, [refusal])
  return left
}

/** "12 s", and "2:05 min" for what takes longer than a minute and a half. */
export function waitWords(seconds: number): string {
  if (seconds < 90) return `${seconds} s`
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`
}
