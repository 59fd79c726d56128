import { createGathering, type GatheringSettings } from '@/lib/cache/gathering'
import { classOf } from '@/lib/cache/histogram'
import type { HourlyCounts } from '@/lib/cache/upstash-hours'
import { endsOf } from './classes'
import { type Visit, type VisitPath, type VitalName, visitPaths, vitalNames } from './schema'

/** How many measurements fell into a class. */
export interface VisitCount {
  route: string
  path: VisitPath
  name: VitalName
  /** The place of the class among those of the measurement. */
  index: number
  count: number
}

/** What is felt on the pages of the site, by all processes together. */
export interface Vitals {
  /** Counts a visit; it is sent some time later. */
  record(visit: Visit): void
  /** Sends what was counted since; never rejects. */
  flush(): Promise<void>
  /** What was counted in the present hour and in those before it, so many in all. */
  read(hours: number): Promise<VisitCount[]>
}

interface VitalsSettings extends GatheringSettings {
  store: HourlyCounts
}

/** Adds visits up in the process and sends the sums in the background, away from every answer. */
export function createVitals(settings: VitalsSettings): Vitals {
  const { store, timer } = settings
  const gathering = createGathering<number>(settings, (sums) => store.add([...sums], timer.now()))
  return {
    flush: gathering.flush,
    record({ route, path, samples }) {
      const sums = gathering.present()
      for (const { name, value } of samples) {
        const field = `${path} ${name} ${classOf(endsOf(name), value)} ${route}`
        sums.set(field, (sums.get(field) ?? 0) + 1)
      }
      gathering.added()
    },
    read: async (hours) => (await store.read(timer.now(), hours)).flatMap(toCount),
  }
}

/** What this version does not know is left out. */
function toCount([field, count]: [name: string, count: number]): VisitCount[] {
  const [pathWord, vital, place, ...rest] = field.split(' ')
  const path = visitPaths.find((one) => one === pathWord)
  const name = vitalNames.find((one) => one === vital)
  const index = Number(place)
  if (!path || !name || !(index >= 0 && index <= endsOf(name).length)) return []
  return [{ route: rest.join(' '), path, name, index, count }]
}
