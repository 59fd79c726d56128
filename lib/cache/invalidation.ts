import { type Namespace, namespaceTag, type Tag } from '@/lib/base/tag'
import { type Report, safely } from './events'
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
  /** Marks a namespace of which nobody can know yet, so that its readers need not wait. */
  open(namespace: Namespace): Promise<void>
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
  const { store, timer, newId, deadline } = settings
  const report = safely(settings.report)

  async function ask<T>(call: string, work: () => Promise<T>): Promise<T> {
    try {
      return await withDeadline(timer, deadline, work)
    } catch (error) {
      report({ kind: 'storeFailed', call, error })
      throw error
    }
  }
  const told = (kind: 'fence' | 'bump' | 'lift', { length }: readonly Tag[]) =>
    report({ kind, tags: length })

  return {
    async fence(tags) {
      const id = newId()
      await ask('fence', () => store.fence(tags, id))
      told('fence', tags)
      return id
    },
    async bump(tags, fenceId = newId()) {
      const events = await ask('bump', () => store.bump(tags, fenceId))
      told('bump', tags)
      return events
    },
    async lift(tags, fenceId) {
      await ask('lift', () => store.lift(tags, fenceId))
      told('lift', tags)
    },
    open: (namespace) => ask('open', () => store.open(namespace)),
    async purge(namespace) {
      await ask('purge', () => store.bump([namespaceTag(namespace)], newId()))
      report({ kind: 'purge', namespace })
    },
  }
}
