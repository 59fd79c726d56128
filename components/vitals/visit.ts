import type { Visit, VisitedPage, VitalName } from '@/lib/domain/vitals/schema'

/** As much of a measurement as is looked at. */
interface Measured {
  id: string
  name: string
  value: number
  navigationType?: string
}

const names: readonly VitalName[] = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB']

/**
 * Gathers the measurements of a visit. Each is sent once, when the page goes out of sight for the
 * first time: whoever comes back goes on with a visit that was counted already, unless the browser
 * shows the page anew, which gives every measurement another id.
 */
export function createVisit(send: (visit: Visit) => void) {
  const waiting = new Map<VitalName, Measured>()
  const sent = new Set<string>()
  return {
    measured(metric: Measured): void {
      // A step from page to page within the site has no document of its own to be counted under.
      if (metric.navigationType === 'soft-navigation' || sent.has(metric.id)) return
      const name = names.find((one) => one === metric.name)
      if (name) waiting.set(name, metric)
    },
    left(page: VisitedPage): void {
      if (waiting.size === 0) return
      const samples = [...waiting].map(([name, { value }]) => ({ name, value }))
      for (const { id } of waiting.values()) sent.add(id)
      waiting.clear()
      send({ ...page, samples })
    },
  }
}
