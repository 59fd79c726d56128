import { latestRequest } from '@/lib/domain/users/reads'
import { livePatterns } from '@/lib/http/route-methods'
import { routePolicy } from '@/lib/http/route-policy'
import type { RouteRead } from './route-read'
import { uses } from './route-read'
import { never, personal, signedRoute, unkept } from './rows'

/** The pages for everybody, which no process renders twice; validators would cost a trip. */
const kept = (pattern: string, sharedSeconds: number, staleSeconds: number) =>
  routePolicy<string, 'anybody', RouteRead>(pattern, {
    asker: 'anybody',
    caching: { kind: 'public', sharedSeconds, staleSeconds },
    answers304: 'never',
    reads: () => [],
  })

/** What stands above the engagements and outside the administration. */
export const siteRoutes = [
  kept('/', 3600, 86_400),
  // It shows facts, and caches that nobody can tell of a change may stand before a site.
  kept('/status', 60, 300),
  never('/sign-in'),
  never('/sign-up'),
  never('/forgot-password'),
  never('/reset-password'),
  unkept('/start', { asker: 'user', reads: () => [] }),
  signedRoute('/pending', {
    asker: 'pending',
    caching: personal('nothing'),
    answers304: 'always',
    reads: (_, { userId }) => [uses(latestRequest, { userId }, null)],
  }),
  signedRoute('/api/me', {
    asker: 'user',
    caching: personal('context'),
    answers304: 'always',
    reads: () => [],
  }),
  never('/api/health/live'),
  never('/api/health/ready'),
  never('/api/jobs/drive'),
  ...livePatterns.map((pattern) => never(pattern)),
  never('/api/requests/:requestId/reads'),
  never('/api/status'),
]
