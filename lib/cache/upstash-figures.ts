import type { Keys } from './keys'
import {
  cachePaths,
  type FiguresStore,
  noPathFigures,
  noReadFigures,
  type ReadFigures,
  readOutcomes,
  shadowVerdicts,
} from './path-figures'
import { createHourlyCounts } from './upstash-hours'
import type { UpstashAddress } from './upstash-store'

/** The figures in Redis: a hash per hour, whose fields are read, path and what is counted. */
export function createUpstashFigures(address: UpstashAddress & { keys: Keys }): FiguresStore {
  const counts = createHourlyCounts(address, address.keys.figures)
  return {
    add: (figures, at) =>
      counts.add(
        [...figures].flatMap(([read, counted]) => toFields(read, counted)),
        at,
      ),
    async read(at, hours) {
      const figures = new Map<string, ReadFigures>()
      for (const [name, count] of await counts.read(at, hours)) addField(figures, name, count)
      return figures
    },
  }
}

/** `path` and an outcome or a class of latency; or `~` and what a comparison found. */
function toFields(read: string, { paths, shadow }: ReadFigures): [name: string, count: number][] {
  const ofPaths = cachePaths.flatMap((path) => {
    const { outcomes, latency } = paths[path] ?? noPathFigures()
    return [
      ...readOutcomes.map((outcome) => [`${path} ${outcome}`, outcomes[outcome]] as const),
      ...latency.map((count, index) => [`${path} ${index}`, count] as const),
    ]
  })
  const ofShadow = shadowVerdicts.map((verdict) => [`~ ${verdict}`, shadow[verdict]] as const)
  return [...ofPaths, ...ofShadow].map(([name, count]) => [`${name} ${read}`, count])
}

/** What this version does not know is left out. */
function addField(figures: Map<string, ReadFigures>, field: string, count: number): void {
  const [place = '', what = '', ...name] = field.split(' ')
  const read = name.join(' ')
  const known = figures.get(read) ?? noReadFigures()
  if (addKnown(known, place, what, count)) figures.set(read, known)
}

/** @returns whether the field is one that is known */
function addKnown(figures: ReadFigures, place: string, what: string, count: number): boolean {
  const verdict = shadowVerdicts.find((one) => place === '~' && one === what)
  if (verdict) {
    figures.shadow[verdict] += count
    return true
  }
  const path = cachePaths.find((one) => one === place)
  if (!path) return false
  const ofPath = figures.paths[path] ?? noPathFigures()
  figures.paths[path] = ofPath
  const outcome = readOutcomes.find((one) => one === what)
  if (outcome) {
    ofPath.outcomes[outcome] += count
    return true
  }
  const index = Number(what)
  if (!(index in ofPath.latency)) return false
  ofPath.latency[index] = (ofPath.latency[index] ?? 0) + count
  return true
}
