import 'server-only'
import { type NamedWrite, oneWrite } from '@/lib/write/once'
import type { CommandDeps } from '@/lib/write/transact'
import { container } from './container'
import { notingOwnChanges } from './own-changes'

/**
 * What the commands and job steps of engagements are given.
 * @param write set when its sender named what is to be written
 */
export function commandDeps(write: NamedWrite | null = null): CommandDeps {
  const { tenant: db, clock, coherence } = container()
  return {
    db,
    clock,
    coherence: notingOwnChanges(coherence),
    ...(write ? { once: oneWrite(write) } : {}),
  }
}
