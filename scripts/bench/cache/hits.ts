import { Redis } from '@upstash/redis'
import { connectUpstash } from '@/lib/cache/upstash-store'
import { addCounts } from './count-requests'
import type { FarEndPlace } from './far-end'
import {
  entryName,
  forgetfulCodec,
  keys,
  namespace,
  type Origin,
  openInstance,
  patience,
  type Wanted,
} from './instance'
import { compareLatency, compareThroughput, type Subject } from './latency'
import { makePayload } from './payload'
import { openRivals } from './rivals'

const sizes = [1, 10, 100]
const tags = ['1', '2', '3', '4', '5']
const pace = { rounds: 20, turns: 25 }
const pressure = { rounds: 3, runs: 500, atOnce: 16 }

/**
 * A hit that carries five tags beside plain GETs and other caches over the same client, by the size
 * of the value.
 */
export async function benchHits(place: FarEndPlace) {
  const results = []
  for (const kilobytes of sizes) results.push(await benchSize(place, kilobytes))
  return results
}

async function benchSize(place: FarEndPlace, kilobytes: number) {
  const payload = makePayload(kilobytes * 1024)
  let loads = 0
  const load = async () => {
    loads += 1
    return payload
  }
  const subjects = await prepare(place, { id: `hit ${kilobytes}`, tags }, load)
  const throughput = await compareThroughput(subjects, pressure)
  const latencies = await compareLatency(subjects, pace)
  const rows = await addCounts(latencies, subjects)
  return {
    kilobytes,
    loads,
    subjects: rows.map((row) => ({ ...row, perSecond: throughput.get(row.name) ?? 0 })),
  }
}

/** The first is what the others are compared with. */
async function prepare(
  place: FarEndPlace,
  wanted: Wanted,
  load: Origin['load'],
): Promise<Subject[]> {
  const instance = openInstance(place, { load }, patience)
  await instance.store.open(namespace)
  const payload = await instance.read(wanted)
  const forgetful = openInstance(place, { load }, patience, forgetfulCodec)
  const plain = new Redis({ url: place.url, token: place.token, enableTelemetry: false })
  await plain.set(wanted.id, payload)
  const asText = connectUpstash({ ...place, deadline: 20_000 })
  const entryKey = keys.entry(entryName(wanted))
  const rivals = await openRivals(place, { load: async () => payload })
  for (const { read } of rivals) await read(wanted.id)
  return [
    { name: 'GET of the value, the client as it comes', run: () => plain.get(wanted.id) },
    { name: 'GET of the stored entry, the client as it comes', run: () => plain.get(entryKey) },
    { name: 'GET of the stored entry as text', run: () => asText.get(entryKey) },
    { name: 'portolan, 5 tags', run: () => instance.read(wanted) },
    { name: 'portolan, opened anew every time', run: () => forgetful.read(wanted) },
    ...rivals.map(({ name, read }) => ({ name, run: () => read(wanted.id) })),
  ]
}
