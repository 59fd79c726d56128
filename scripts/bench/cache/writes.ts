import { setTimeout as sleep } from 'node:timers/promises'
import { commitAndInvalidate, type OpenTransaction } from '@/lib/write/commit-protocol'
import { addCounts } from './count-requests'
import type { FarEndPlace } from './far-end'
import { namespace, openInstance, rowTag } from './instance'
import { compareLatency } from './latency'
import { openRivals } from './rivals'

const commitMs = 2

/** A transaction of a database whose COMMIT takes as long as that of one nearby. */
function openTransaction(): OpenTransaction {
  const tags = ['1', '2', 'list'].map(rowTag)
  return {
    announcedFacts: async () => [{ id: 'one', namespace, tags }],
    commit: () => sleep(commitMs),
    rollback: async () => undefined,
  }
}

/** What telling the cache adds to a command that changes three facts; other caches know one. */
export async function benchWrites(place: FarEndPlace) {
  const { store, invalidation } = openInstance(place, { load: async () => null })
  await store.open(namespace)
  const commit = () => openTransaction().commit()
  const rivals = await openRivals(place, { load: async () => null })
  const subjects = [
    { name: 'COMMIT alone', run: commit },
    {
      name: 'portolan: fence, COMMIT, bump',
      run: () => commitAndInvalidate(openTransaction(), invalidation, 'strict'),
    },
    ...rivals.map(({ name, write }) => ({ name, run: () => write({ key: '1', commit }) })),
  ]
  const latencies = await compareLatency(subjects, { rounds: 10, turns: 10 })
  return { subjects: await addCounts(latencies, subjects) }
}
