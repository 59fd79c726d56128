import 'server-only'
import type { Tag } from '@/lib/base/tag'
import { keepUp } from './keep-up'
import { announceToPages } from './public-pages/announce'

/** What the caches ask of the framework and of the machine that they run on. */
export interface Host {
  /**
   * Keeps the process up for work that nobody waits for: what is under way, or what begins once the
   * answer was sent.
   * @param failed hears of an error
   */
  keepUp(work: Promise<unknown> | (() => Promise<unknown>), failed: (error: unknown) => void): void
  /** Tells the framework of changed facts that its kept pages show. May throw. */
  announceToPages(tags: readonly Tag[]): void
  /** Milliseconds that all reads of a request may wait for Redis together. */
  readBudget: number
}

/** @param readBudget milliseconds */
export const nextHost = (readBudget: number): Host => ({ keepUp, announceToPages, readBudget })
