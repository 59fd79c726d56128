import { connectUpstash } from '@/lib/cache/upstash-store'
import { addCounts } from './count-requests'
import type { FarEndPlace } from './far-end'
import { entryName, keys, namespace, openInstance, patience } from './instance'
import { compareLatency } from './latency'
import { makePayload } from './payload'
import { openRivals } from './rivals'

const pace = { rounds: 20, turns: 10 }

/** Ten values of 1 KB in one tick, two tags each, of which one is their own and one is shared. */
export async function benchManyKeys(place: FarEndPlace) {
  const wanted = Array.from({ length: 10 }, (_, index) => ({
    id: `many ${index}`,
    tags: ['list', `many ${index}`],
  }))
  const payload = makePayload(1024)
  const load = async () => payload
  const instance = openInstance(place, { load }, patience)
  await instance.store.open(namespace)
  await instance.readMany(wanted)
  const asText = connectUpstash({ ...place, deadline: 20_000 })
  const entryKeys = wanted.map((one) => keys.entry(entryName(one)))
  const rivals = await openRivals(place, { load })
  const subjects = [
    { name: 'MGET of the stored entries as text', run: () => asText.mget(entryKeys) },
    { name: 'portolan, 10 keys × 2 tags', run: () => instance.readMany(wanted) },
    ...rivals.map(({ name, read }) => ({
      name,
      run: () => Promise.all(wanted.map(({ id }) => read(id))),
    })),
  ]
  const latencies = await compareLatency(subjects, pace)
  return { subjects: await addCounts(latencies, subjects) }
}
