import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { ReadSources } from '@/db/client'
import type { CachePath } from '@/lib/cache/cache'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import { spoilAnswers } from './edge/spoil-answers'
import { pathInForce } from './flags/path-in-force'
import { noteUnexpected } from './report-unexpected'
import { requestReads } from './request-reads'

/**
 * Reads through the shared cache; the only way in which pages and handlers get data.
 * @param path by which it is read, where the flags are not to choose
 * @throws NotedError when the read breaks; what was wrong is in the log
 */
export async function read<Key, Input, Value>(
  policy: ReadPolicy<ReadSources, Key, Input, Value>,
  key: Key,
  input: Input,
  path?: CachePath,
): Promise<Value> {
  try {
    const chosen = path ?? (await pathInForce(policy.caching, key))
    return await requestReads().read(chosen, policy, key, input)
  } catch (error) {
    unstable_rethrow(error)
    if (policy.caching) spoilAnswers(policy.caching.namespace(key))
    throw noteUnexpected(`read ${policy.name}`, error)
  }
}
