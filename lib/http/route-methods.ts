import { createPathTable } from './path-pattern'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const engagement = '/api/:client/:engagement'

/** Live updates of no engagement, of one, and so on: a path names client and engagement in pairs. */
export const livePatterns = Array.from({ length: 7 }, (_, places) => {
  const pairs = Array.from({ length: places }, (_, at) => `/:client${at + 1}/:engagement${at + 1}`)
  return `/api/live${pairs.join('')}`
})

/** Every address of the API and what it takes. A test compares it with the route files. */
export const routeMethods: Readonly<Record<string, readonly Method[]>> = {
  '/api/health/live': ['GET'],
  '/api/health/ready': ['GET'],
  '/api/jobs/drive': ['GET'],
  ...Object.fromEntries(livePatterns.map((pattern) => [pattern, ['GET'] as const])),
  '/api/me': ['GET'],
  '/api/requests/:requestId/reads': ['GET'],
  '/api/status': ['GET'],
  '/api/vitals': ['POST'],
  [`${engagement}/assets`]: ['GET'],
  [`${engagement}/assets/:assetId`]: ['GET'],
  [`${engagement}/assets/export`]: ['GET'],
  [`${engagement}/flows/:flowId`]: ['GET'],
  [`${engagement}/flows/:flowId/cancel`]: ['POST'],
  [`${engagement}/flows/:flowId/history`]: ['GET'],
  [`${engagement}/flows/:flowId/mappings`]: ['GET'],
  [`${engagement}/flows/:flowId/mappings/:mappingId`]: ['PATCH'],
  [`${engagement}/flows/:flowId/mappings/approve`]: ['POST'],
  [`${engagement}/flows/:flowId/mappings/reject`]: ['POST'],
  [`${engagement}/flows/:flowId/mappings/undo`]: ['POST'],
  [`${engagement}/flows/:flowId/pause`]: ['POST'],
  [`${engagement}/flows/:flowId/presence`]: ['POST'],
  [`${engagement}/flows/:flowId/rejected`]: ['GET'],
  [`${engagement}/flows/:flowId/resume`]: ['POST'],
  [`${engagement}/flows/:flowId/retry`]: ['POST'],
  [`${engagement}/imports`]: ['GET', 'POST'],
  [`${engagement}/imports/:importId`]: ['GET', 'DELETE'],
  [`${engagement}/imports/:importId/complete`]: ['POST'],
  [`${engagement}/imports/:importId/parts/:part`]: ['PUT'],
}

/** Pages are read, and their server actions are posted to them. */
const pageMethods = ['GET', 'HEAD', 'POST']

const routes = createPathTable(
  Object.entries(routeMethods).map(([pattern, entry]) => ({ pattern, entry })),
)

/**
 * The methods that an address takes when the asked one is not among them; null when it is, or when
 * the address is none of ours. HEAD comes with GET, OPTIONS with anything.
 */
export function refusedMethod(pathname: string, method: string): readonly string[] | null {
  if (!pathname.startsWith('/api/')) return pageMethods.includes(method) ? null : pageMethods
  // The framework leads the same address with a slash at its end to the one without.
  const route = routes.find(pathname.replace(/\/$/, ''))
  if (!route) return null
  const allowed = route.entry.flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]))
  return allowed.includes(method) || method === 'OPTIONS' ? null : allowed
}
