import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { ReadSources } from '@/db/client'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import { env } from '@/lib/env'
import { noteUnexpected } from './report-unexpected'
import { requestReads } from './request-reads'

/**
 * Reads through the shared cache; the only way in which pages and handlers get data.
 * @throws NotedError when the read breaks; what was wrong is in the log
 */
export async function read<Key, Input, Value>(
  policy: ReadPolicy<ReadSources, Key, Input, Value>,
  key: Key,
  input: Input,
): Promise<Value> {
  try {
    return await requestReads().read(env().CACHE_PATH, policy, key, input)
  } catch (error) {
    unstable_rethrow(error)
    throw noteUnexpected(`read ${policy.name}`, error)
  }
}
