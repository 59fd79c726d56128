/** What the client takes from its surroundings, so that tests decide time, luck and network. */
export type UploadRuntime = {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds from any fixed moment. */
  now: () => number
  /** From 0 up to 1. */
  random: () => number
  /** Rejects with the signal's reason when it is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** The surroundings of a browser or of Node. */
export const systemRuntime: UploadRuntime = {
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
}
