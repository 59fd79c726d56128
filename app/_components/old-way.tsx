import { ContextFetch } from '@/components/old-way/context-fetch'
import { requestFlags } from '@/lib/server/flags/request-flags'

/** What the old system's client did beside its pages, where who asks goes by the legacy path. */
export async function OldWay() {
  const flags = await requestFlags()
  return flags.pathOf('user-context', null) === 'legacy' ? <ContextFetch /> : null
}
