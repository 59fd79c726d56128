import 'server-only'
import type { CommandDeps } from '@/lib/write/transact'
import { container } from './container'

/** What the commands and job steps of engagements are given. */
export function commandDeps(): CommandDeps {
  const { tenant: db, clock, coherence } = container()
  return { db, clock, coherence }
}
