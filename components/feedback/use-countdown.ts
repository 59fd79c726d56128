'use client'

import { useLayoutEffect, useState } from 'react'
import type { Failure } from '@/lib/base/result'

/** Seconds after which what was refused may be tried again, as the refusal says; 0 at once. */
export function waitOf(refusal: Failure | null): number {
  const seconds = refusal?.details?.retryAfter
  return typeof seconds === 'number' ? seconds : 0
}

/**
 * Seconds that are left.
 * @param since what the seconds are counted from: another one begins anew
 */
export function useCountdown(seconds: number, since: unknown): number {
  const [left, setLeft] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal may say the same
  useLayoutEffect(() => {
    if (seconds === 0) return setLeft(0)
    const until = performance.now() + seconds * 1000
    const look = () => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setLeft(now)
      if (now === 0) clearInterval(timer)
    }
    const timer = setInterval(look, 500)
    look()
    return () => clearInterval(timer)
  }, [seconds, since])
  return left
}

/** "12 s", and "2:05 min" for what takes longer than a minute and a half. */
export function waitWords(seconds: number): string {
  if (seconds < 90) return `${seconds} s`
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`
}
