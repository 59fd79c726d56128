import { setTimeout as sleep } from 'node:timers/promises'
import { commitAndInvalidate, type OpenTransaction } from '@/lib/write/commit-protocol'
import { countRequests } from './count-requests'
import type { FarEndPlace } from './far-end'
import { namespace, openInstance, rowTag } from './instance'
import { compareLatency } from './latency'

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

/** What telling the cache adds to a command that changes three facts. */
export async function benchWrites(place: FarEndPlace) {
  const { store, invalidation } = openInstance(place, { load: async () => null })
  await store.open(namespace)
  const commit = () => openTransaction().commit()
  const write = () => commitAndInvalidate(openTransaction(), invalidation, 'strict')
  const subjects = await compareLatency(
    [
      { name: 'COMMIT alone', run: commit },
      { name: 'fence, COMMIT, bump', run: write },
    ],
    { rounds: 10, turns: 10 },
  )
  return { subjects, ...(await countRequests(write)) }
}
