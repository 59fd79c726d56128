import 'server-only'
import type { FlagSnapshot } from '@/lib/flags/flag-source'
import { container } from '../container'

/** What this process holds this moment, for health and the console. */
export function flagSnapshot(): FlagSnapshot {
  return container().flags.held()
}
