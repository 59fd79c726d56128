import 'server-only'
import type { Namespace } from '@/lib/base/tag'
import { answersTag } from '@/lib/http/route-policy'
import { container } from '../container'

const waiting = new Set<Namespace>()

/**
 * After a read of a namespace broke: a document's headers have left by then, its validator with
 * them, and what the browser holds under it is an error. So that nobody is ever told that it still
 * stands, all validators of the namespace are replaced once the answer was sent.
 */
export function spoilAnswers(namespace: Namespace): void {
  // One that has not begun yet comes after this answer, too.
  if (waiting.has(namespace)) return
  waiting.add(namespace)
  const { afterwards, invalidation } = container().coherence
  afterwards(async () => {
    waiting.delete(namespace)
    await invalidation.bump([answersTag(namespace)])
  })
}
