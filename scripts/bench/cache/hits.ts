import { Redis } from '@upstash/redis'
import { connectUpstash } from '@/lib/cache/upstash-store'
import { countRequests } from './count-requests'
import type { FarEndPlace } from './far-end'
import {
  entryName,
  keys,
  namespace,
  type Origin,
  openInstance,
  patience,
  type Wanted,
} from './instance'
import { compareLatency, compareThroughput, type Subject } from './latency'
import { makePayload } from './payload'

const sizes = [1, 10, 100]
const tags = ['1', '2', '3', '4', '5']
const pace = { rounds: 25, turns: 30 }
const pressure = { rounds: 3, runs: 1000, atOnce: 16 }

/** A hit that carries five tags beside plain GETs over the same client, by the size of the value. */
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
  const rows = []
  for (const [index, latency] of latencies.entries()) {
    const { trips, commands } = await countRequests(async () => subjects[index]?.run())
    const perSecond = throughput.get(latency.name) ?? 0
    rows.push({ ...latency, perSecond, trips, commands })
  }
  return { kilobytes, loads, subjects: rows }
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
  const plain = new Redis({ url: place.url, token: place.token, enableTelemetry: false })
  await plain.set(wanted.id, payload)
  const asText = connectUpstash({ ...place, deadline: 20_000 })
  const entryKey = keys.entry(entryName(wanted))
  return [
    { name: 'GET of the value, the client as it comes', run: () => plain.get(wanted.id) },
    { name: 'GET of the stored entry, the client as it comes', run: () => plain.get(entryKey) },
    { name: 'GET of the stored entry as text', run: () => asText.get(entryKey) },
    { name: 'portolan, 5 tags', run: () => instance.read(wanted) },
  ]
}
