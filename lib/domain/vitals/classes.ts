import type { VitalName } from './schema'

/**
 * Upper ends of the classes in which measurements are counted. Where good ends and poor begins is an
 * end, so that both shares are exact; a quantile is as exact as its class is narrow.
 */
const milliseconds = [
  25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1800, 2100, 2500, 3000,
  3500, 4000, 5000, 6000, 8000, 10_000, 15_000, 30_000,
] as const

const shares = [
  0.001, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1,
  2,
] as const

/** The ends of a measurement's classes, in its own unit. */
export function endsOf(name: VitalName): readonly number[] {
  return name === 'CLS' ? shares : milliseconds
}
