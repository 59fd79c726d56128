import type { Namespace } from '@/lib/base/tag'
import type { Coherence } from './coherence'

/**
 * Marks the namespace of what an open transaction makes: nobody can know of it before COMMIT, so
 * nothing of it is in flight. A cache that does not answer has reported that itself, and readers of
 * the namespace wait for one fence's life as after a loss.
 */
export async function openNamespace(
  { invalidation }: Coherence,
  namespace: Namespace,
): Promise<void> {
  await invalidation.open(namespace).catch(() => undefined)
}
