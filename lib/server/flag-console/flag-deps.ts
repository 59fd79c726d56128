import 'server-only'
import type { FlagDeps } from '@/lib/domain/flags/write-flags'
import { env } from '@/lib/env'
import { createFlagManagement, type FlagStorage } from '@/lib/flags/management'
import { container } from '../container'
import { siteDeps } from '../site-deps'

/** Where flags are written; null where this deployment may not. */
export function flagStorage(): FlagStorage | null {
  const { FLAGS_MANAGEMENT_URL: url, FLAGS_MANAGEMENT_TOKEN: token } = env()
  return url && token ? createFlagManagement({ url, token }) : null
}

/** What the commands about flags are given. */
export function flagDeps(): FlagDeps {
  return { ...siteDeps(), flags: flagStorage() }
}

/** Lets this process obey at once what it has written. */
export async function obeyWhatWasWritten(): Promise<void> {
  await container().flags.refresh()
}
