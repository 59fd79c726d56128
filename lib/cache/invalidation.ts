import { type Namespace, namespaceTag, type Tag } from '@/lib/base/tag'
import type { Report } from './events'
import type { Store } from './store'
import { type Timer, withDeadline } from './timer'

/** What a command does to the cache. Each rejects when Redis does not answer in time. */
export interface Invalidation {
  /** Before COMMIT. @returns the fence's id, new for each attempt */
  fence(tags: readonly Tag[]): Promise<string>
  /**
   * After COMMIT.
   * @param fenceId of the fence that it lifts; none when there is none
   * @returns the event of each namespace
   */
  bump(tags: readonly Tag[], fenceId?: string): Promise<Map<Namespace, string>>
  /** After a confirmed ROLLBACK, and then alone. */
  lift(tags: readonly Tag[], fenceId: string): Promise<void>
  /** Makes every value of a namespace invalid. */
  purge(namespace: Namespace): Promise<void>
}

export interface InvalidationSettings {
  store: Store
  timer: Timer
  report: Report
  /** Letters and digits that no other attempt has. */
  newId(): string
  /** Milliseconds for each call. */
  deadline: number
}

export function createInvalidation(settings: InvalidationSettings): Invalidation {
  const { store, timer, report, newId, deadline } = settings

  async function ask<T>(call: string, work: () => Promise<T>): Promise<T> {
    try {
      return await withDeadline(timer, deadline, work)
    } catch (error) {
      report({ kind: 'storeFailed', call, error })
      throw error
    }
  }
  const bump: Invalidation['bump'] = (tags, fenceId = newId()) =>
    ask('bump', () => store.bump(tags, fenceId))

  return {
    bump,
    async fence(tags) {
      const id = newId()
      await ask('fence', () => store.fence(tags, id))
      return id
    },
    lift: (tags, fenceId) => ask('lift', () => store.lift(tags, fenceId)),
    async purge(namespace) {
      await bump([namespaceTag(namespace)])
    },
  }
}
