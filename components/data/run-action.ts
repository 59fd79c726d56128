'use client'

import { unstable_rethrow } from 'next/navigation'
import { failure, type Result } from '@/lib/base/result'
import { type KindOfWork, kinds, timedOut } from '@/lib/request/kinds'
import { systemRuntime } from '@/lib/request/runtime'

/**
 * Calls a server action and waits for it as long as its kind of work is waited for. One that never
 * comes back is a refusal in words, not a broken page.
 */
export async function runAction<T>(
  call: () => Promise<Result<T>>,
  kind: KindOfWork = 'default',
): Promise<Result<T>> {
  if (!systemRuntime.online()) return failure('offline')
  const limit = systemRuntime.timeLimit(kinds[kind].seconds * 1000)
  const late = new Promise<Result<T>>((resolve) => {
    limit.addEventListener('abort', () => resolve(timedOut(kind, true)), { once: true })
  })
  try {
    // An action cannot be called off: what it still brings shows itself on the page.
    return await Promise.race([call(), late])
  } catch (error) {
    unstable_rethrow(error)
    return failure(systemRuntime.online() ? 'unreachable' : 'offline')
  }
}
