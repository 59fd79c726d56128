import { type RequestRuntime, systemRuntime } from '@/lib/request/runtime'

/**
 * The browser's surroundings. How long requests took goes to its own timeline, as measures named
 * `request`: developer tools show them, a PerformanceObserver may count them, and none is kept.
 */
export const browserRuntime: RequestRuntime = {
  ...systemRuntime,
  record: ({ milliseconds, ...detail }) => {
    const end = performance.now()
    const name = `request ${detail.method} ${detail.path}`
    performance.measure(name, { start: Math.max(0, end - milliseconds), end, detail })
    performance.clearMeasures(name)
  },
}
