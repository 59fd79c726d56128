import { quantileOf } from '@/lib/cache/histogram'
import { endsOf } from './classes'
import {
  type Experience,
  type PathExperience,
  type Rating,
  thresholds,
  type VitalName,
  type VitalSummary,
  visitPaths,
  vitalNames,
} from './schema'
import type { VisitCount } from './visit-counts'

/** The share of visits that a page is judged by (https://web.dev/articles/vitals). */
const judged = 0.75

/** What the counts say of each page and of all together, path by path. */
export function summarise(counts: readonly VisitCount[]): Experience {
  const routes = [...new Set(counts.map(({ route }) => route))]
  const pages = routes
    .map((route) => ({ route, paths: byPath(counts.filter((one) => one.route === route)) }))
    .map((page) => ({ ...page, visits: page.paths.reduce((sum, { visits }) => sum + visits, 0) }))
    .toSorted((a, b) => b.visits - a.visits || (a.route < b.route ? -1 : 1))
    .map(({ route, paths }) => ({ route, paths }))
  return { all: byPath(counts), pages }
}

function byPath(counts: readonly VisitCount[]): PathExperience[] {
  return visitPaths.flatMap((path) => {
    const own = counts.filter((one) => one.path === path)
    const vitals = Object.fromEntries(
      vitalNames.flatMap((name) => {
        const summary = summariseVital(
          name,
          own.filter((one) => one.name === name),
        )
        return summary ? [[name, summary]] : []
      }),
    ) as PathExperience['vitals']
    // Not each visit has each measurement: nothing was pressed, or the page was left early.
    const visits = Math.max(0, ...Object.values(vitals).map(({ count }) => count))
    return visits > 0 ? [{ path, visits, vitals }] : []
  })
}

function summariseVital(name: VitalName, counts: readonly VisitCount[]): VitalSummary | null {
  const ends = endsOf(name)
  const classes = new Array<number>(ends.length + 1).fill(0)
  for (const { index, count } of counts) classes[index] = (classes[index] ?? 0) + count
  const p75 = quantileOf(ends, classes, judged)
  if (p75 === null) return null
  const { good, poor } = thresholds[name]
  const count = classes.reduce((sum, one) => sum + one, 0)
  const below = (end: number) =>
    classes.slice(0, ends.indexOf(end) + 1).reduce((sum, one) => sum + one, 0) / count
  return { p75, rating: rate(name, p75), count, good: below(good), poor: 1 - below(poor) }
}

/** In which of the three ranges a value lies. */
export function rate(name: VitalName, value: number): Rating {
  const { good, poor } = thresholds[name]
  if (value <= good) return 'good'
  return value <= poor ? 'needs work' : 'poor'
}
