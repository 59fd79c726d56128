import 'server-only'
import { serviceWork } from '@/lib/domain/service/reads'
import type { ServiceState } from '@/lib/domain/service/schema'
import { read } from './read'
import { checkReadiness } from './readiness'

/** What everybody may know of how the service is doing right now. */
export async function serviceState(): Promise<ServiceState> {
  const { checks } = await checkReadiness()
  const { database, redis: cache, flags: switches } = checks
  const work = database === 'ok' ? await read(serviceWork, 'platform', null) : null
  return { parts: { database, cache, switches }, work }
}
