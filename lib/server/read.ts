import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { ReadSources } from '@/db/client'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import { container } from './container'
import { noteUnexpected } from './report-unexpected'

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
    return await container().cache.read(policy, key, input)
  } catch (error) {
    unstable_rethrow(error)
    throw noteUnexpected(`read ${policy.name}`, error)
  }
}
