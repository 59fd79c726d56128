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
import { createScriptRunner, guarded } from './script-runner'
import { addFiguresScript } from './scripts/add-figures'
import { connectUpstash, type UpstashAddress } from './upstash-store'

const hour = 3_600_000
/** How long the figures of an hour are kept; milliseconds. */
const kept = 25 * hour

/** The figures in Redis: a hash per hour, whose fields are read, path and what is counted. */
export function createUpstashFigures(address: UpstashAddress & { keys: Keys }): FiguresStore {
  const { keys } = address
  const redis = connectUpstash(address)
  const run = createScriptRunner(redis)
  const keyAt = (at: number) => keys.figures(Math.floor(at / hour))

  return {
    async add(figures, at) {
      const fields = [...figures].flatMap(([read, counted]) => toFields(read, counted))
      if (fields.length === 0) return
      const args = [String(kept), ...fields.flatMap(([name, count]) => [name, String(count)])]
      await run({ script: addFiguresScript, keys: [keyAt(at)], args })
    },
    async read(at, hours) {
      const pipeline = redis.pipeline()
      for (let back = 0; back < hours; back++) pipeline.hgetall(keyAt(at - back * hour))
      const figures = new Map<string, ReadFigures>()
      for (const answer of await guarded(pipeline.exec<unknown[]>())) addAnswer(figures, answer)
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
  return [...ofPaths, ...ofShadow]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => [`${name} ${read}`, count])
}

/** Redis answers names and values in turn. What this version does not know is left out. */
function addAnswer(figures: Map<string, ReadFigures>, answer: unknown): void {
  const list: unknown[] = Array.isArray(answer) ? answer : []
  for (let index = 0; index + 1 < list.length; index += 2) {
    const count = Number(list[index + 1])
    const [path, what = '', ...name] = String(list[index]).split(' ')
    const read = name.join(' ')
    const known = figures.get(read) ?? noReadFigures()
    if (addField(known, path ?? '', what, count)) figures.set(read, known)
  }
}

/** @returns whether the field is one that is known */
function addField(figures: ReadFigures, place: string, what: string, count: number): boolean {
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
