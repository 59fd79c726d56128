import 'server-only'
import type { ReadSources } from '@/db/client'
import type { ReadPolicy } from '@/lib/cache/read-policy'
import { container } from './container'

/** Reads through the shared cache; the only way in which pages and handlers get data. */
export function read<Key, Input, Value>(
  policy: ReadPolicy<ReadSources, Key, Input, Value>,
  key: Key,
  input: Input,
): Promise<Value> {
  return container().cache.read(policy, key, input)
}
