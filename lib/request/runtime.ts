import type { RequestTiming } from './timing'

/** What a request takes from its surroundings, so that tests decide time, luck and network. */
export interface RequestRuntime {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds from any fixed moment. */
  now: () => number
  /** From 0 up to 1. */
  random: () => number
  /** Rejects with the signal's reason when it is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** A signal that is aborted after so many milliseconds. */
  timeLimit: (milliseconds: number) => AbortSignal
  /** False only where it is certain that nothing can be reached. */
  online: () => boolean
  /** A name for one write, by which the server knows it again; never the same twice. */
  newKey: () => string
  /** Told of each request when it has ended. */
  record: (timing: RequestTiming) => void
}

/** The surroundings of a browser or of Node. */
export const systemRuntime: RequestRuntime = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop)
        resolve()
      }, milliseconds)
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    }),
  timeLimit: (milliseconds) => AbortSignal.timeout(milliseconds),
  online: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  newKey: () => crypto.randomUUID(),
  record: () => {},
}
