import type { Store } from '@/lib/cache/store'
import { createMemoryStore, type MemoryStore } from './memory-store'
import { describeStoreContract } from './store-contract'

/** The same store, whose fences are past as soon as they are put. */
function inHaste(store: MemoryStore): Store {
  const hurried = async <T>(work: () => Promise<T>): Promise<T> => {
    store.fenceLife = 0
    try {
      return await work()
    } finally {
      store.fenceLife = 60_000
    }
  }
  return {
    ...store,
    fence: (tags, id) => hurried(() => store.fence(tags, id)),
    tidy: (tags) => hurried(() => store.tidy(tags)),
  }
}

describeStoreContract(async () => {
  let now = 1_700_000_000_000
  const store = createMemoryStore(() => {
    now += 1
    return now
  })
  return { store, hasty: inHaste(store), flush: async () => store.flush() }
})
