import { Redis } from '@upstash/redis'
import { connectUpstash } from '@/lib/cache/upstash-store'
import { countRequests } from './count-requests'
import type { FarEndPlace } from './far-end'
import { entryName, keys, namespace, openInstance, type Wanted } from './instance'
import { compareLatency, compareThroughput, type Subject } from './latency'
import { makePayload } from './payload'

const sizes = [1, 10, 100]
const tags = ['1', '2', '3', '4', '5']
const pace = { rounds: 30, turns: 40 }
const load = { rounds: 3, runs: 1500, atOnce: 16 }

/** A hit that carries five tags beside plain GETs over the same client, by the size of the value. */
export async function benchHits(place: FarEndPlace) {
  const results = []
  for (const kilobytes of sizes) results.push(await benchSize(place, kilobytes))
  return results
}

async function benchSize(place: FarEndPlace, kilobytes: number) {
  const payload = makePayload(kilobytes * 1000)
  const subjects = await prepare(place, { id: `hit ${kilobytes}`, tags }, payload)
  const throughput = await compareThroughput(subjects, load)
  const latencies = await compareLatency(subjects, pace)
  const rows = []
  for (const [index, latency] of latencies.entries()) {
    const { trips, commands } = await countRequests(async () => subjects[index]?.run())
    const perSecond = throughput.get(latency.name) ?? 0
    rows.push({ ...latency, perSecond, trips, commands })
  }
  return { kilobytes, bytes: JSON.stringify(payload).length, subjects: rows }
}

/** The first is what the others are compared with. */
async function prepare(place: FarEndPlace, wanted: Wanted, payload: unknown): Promise<Subject[]> {
  const instance = openInstance(place, { load: async () => payload })
  await instance.store.open(namespace)
  await instance.read(wanted)
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
