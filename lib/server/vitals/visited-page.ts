import 'server-only'
import { headers } from 'next/headers'
import type { VisitedPage } from '@/lib/domain/vitals/schema'
import { env } from '@/lib/env'
import { requestedPathHeader } from '@/lib/http/requested-path'
import { readsFor, type SignedAsker } from '../edge/admit'
import { pathOfRead } from '../edge/path-of-read'
import { routes } from '../edge/routes'
import { requestFlags } from '../flags/request-flags'

/** The page that is opened, for whoever measures what is felt of it. */
export interface MeasuredPage extends VisitedPage {
  /** Which share of the visits is measured. */
  share: number
}

/**
 * Under what the visit of the present page is counted; null where nothing is, and where the flags
 * stop the cache: then there is no path to compare.
 */
export async function measuredPage(asker: SignedAsker): Promise<MeasuredPage | null> {
  const share = env().VITALS_SHARE
  if (share === 0) return null
  const asked = (await headers()).get(requestedPathHeader)
  const route = asked === null ? null : routes.find(asked.split('?')[0] ?? '')
  if (!route) return null
  const flags = await requestFlags()
  const clientId = 'clientId' in asker ? asker.clientId : null
  const paths = [
    ...readsFor(route, asker).map((read) => pathOfRead(flags, read)),
    // Pages that nobody keeps are read by the same paths as the others.
    flags.pathOf(null, clientId),
  ]
  if (paths.includes('off')) return null
  const isOld = paths.some((path) => path === 'legacy' || path === 'shadow')
  return { route: route.pattern, path: isOld ? 'legacy' : 'redis', share }
}
