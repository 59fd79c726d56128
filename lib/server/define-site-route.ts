import 'server-only'
import type { Result } from '@/lib/base/result'
import type { UserContext } from '@/lib/domain/users/schema'
import type { SiteDeps } from '@/lib/domain/users/site-deps'
import { answer, type PathValues, type RouteHandler } from './define-route'
import { enterSite } from './enter'
import { siteDeps } from './site-deps'

type Handle<Context> = (context: Context) => Promise<Response | Result<object>>

/** Makes a route handler of whoever is signed in and approved, outside any engagement. */
export function defineUserRoute(
  handle: Handle<{ user: UserContext; deps: SiteDeps; request: Request; params: PathValues }>,
): RouteHandler {
  return (request, { params }) =>
    answer(request, undefined, async () => {
      const user = await enterSite()
      if (!user.ok) return user
      return handle({ user: user.data, deps: siteDeps(), request, params: await params })
    })
}

/** Makes a route handler that asks for no session; what it guards it checks itself. */
export function defineOpenRoute(handle: Handle<{ request: Request }>): RouteHandler {
  return (request) => answer(request, undefined, () => handle({ request }))
}
