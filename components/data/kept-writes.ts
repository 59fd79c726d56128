'use client'

import type { Result } from '@/lib/base/result'
import { KeptWrites } from '@/lib/request/kept-writes'
import type { SendOptions, SendRequest } from '@/lib/request/send'
import { browserRuntime } from './browser-runtime'
import { countKept } from './connection'

let page: KeptWrites | null = null

function writes(): KeptWrites {
  if (page) return page
  const made = new KeptWrites(browserRuntime, countKept)
  window.addEventListener('online', () => void made.sendWaiting())
  page = made
  return made
}

/**
 * Sends a write, or keeps it in this page until the connection is back; see `send`.
 * @param options `onKept` is called when it has to wait
 */
export function sendOrKeep<T>(
  request: SendRequest<T>,
  options: Omit<SendOptions, 'runtime'> & { onKept?: () => void },
): Promise<Result<T>> {
  return writes().send(request, options)
}
