import type { VitalName } from '@/lib/domain/vitals/schema'

/** What each measurement means, for whoever does not know its letters. */
export const vitalWords: Record<VitalName, string> = {
  LCP: 'Largest contentful paint: until the largest part of the page stands.',
  INP: 'Interaction to next paint: from a press or a key until the page shows it.',
  CLS: 'Cumulative layout shift: how much of the screen moved by itself.',
  FCP: 'First contentful paint: until anything stands.',
  TTFB: 'Time to first byte: until the answer begins.',
}

const seconds = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const shift = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

/** A measurement with its unit: "450 ms", "1.84 s", "0.012". */
export function vitalInWords(name: VitalName, value: number): string {
  if (name === 'CLS') return shift.format(value)
  return value < 1000 ? `${Math.round(value)} ms` : `${seconds.format(value / 1000)} s`
}

/** A page's pattern without the places that stand before every address: `/inventory/:assetId`. */
export function pageInWords(route: string): string {
  const rest = route.replace(/^\/:client\/:engagement/, '')
  return rest === '' ? 'Dashboard' : rest
}
