import { connectUpstash } from '@/lib/cache/upstash-store'
import { countRequests } from './count-requests'
import type { FarEndPlace } from './far-end'
import { entryName, keys, namespace, openInstance, patience } from './instance'
import { compareLatency } from './latency'
import { makePayload } from './payload'

const pace = { rounds: 20, turns: 20 }

/** Ten values of 1 KB in one tick, two tags each, of which one is their own and one is shared. */
export async function benchManyKeys(place: FarEndPlace) {
  const wanted = Array.from({ length: 10 }, (_, index) => ({
    id: `many ${index}`,
    tags: ['list', `many ${index}`],
  }))
  const payload = makePayload(1024)
  const instance = openInstance(place, { load: async () => payload }, patience)
  await instance.store.open(namespace)
  await instance.readMany(wanted)
  const asText = connectUpstash({ ...place, deadline: 20_000 })
  const entryKeys = wanted.map((one) => keys.entry(entryName(one)))
  const subjects = [
    { name: 'MGET of the stored entries as text', run: () => asText.mget(entryKeys) },
    { name: 'portolan, 10 keys × 2 tags', run: () => instance.readMany(wanted) },
  ]
  const latencies = await compareLatency(subjects, pace)
  const counted = await countRequests(() => instance.readMany(wanted))
  return { subjects: latencies, ...counted }
}
