import type { TabRuntime } from './runtime'

/** The runtime of the browser that this runs in. */
export function browserRuntime(): TabRuntime {
  return {
    fetch: (address, init) => fetch(address, init),
    now: () => Date.now(),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    online: () => navigator.onLine,
    newId: () => crypto.randomUUID(),
    openChannel(name, onMessage) {
      const channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }) => onMessage(data)
      return {
        post: (message) => channel.postMessage(message),
        close: () => channel.close(),
      }
    },
    lead(name, steal, begin, lost) {
      // Only secure origins have locks; elsewhere every tab leads.
      if (!('locks' in navigator)) {
        begin()
        return () => undefined
      }
      const waiting = new AbortController()
      let release: (() => void) | null = null
      let isOver = false
      const hold = () =>
        new Promise<void>((resolve) => {
          release = resolve
          if (isOver) resolve()
          else begin()
        })
      navigator.locks
        .request(name, steal ? { steal } : { signal: waiting.signal }, hold)
        .catch(() => {
          if (isOver) return
          if (release) lost()
          // Locks are denied here, so this tab would ask for ever: it leads, as where there are none.
          else begin()
        })
      return () => {
        isOver = true
        if (release) release()
        else waiting.abort()
      }
    },
  }
}
