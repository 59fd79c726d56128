import 'server-only'
import { serviceWork } from '@/lib/domain/service/reads'
import type { ServiceState } from '@/lib/domain/service/schema'
import { read } from './read'
import { checkReadiness } from './readiness'

/** What everybody may know of how the service is doing right now. */
export async function serviceState(): Promise<ServiceState> {
  const { checks } = await checkReadiness()
  const { database, redis, flags } = checks
  const work = database.status === 'ok' ? await read(serviceWork, 'platform', null) : null
  const parts = { database: database.status, cache: redis.status, switches: flags.status }
  return { parts, work }
}
