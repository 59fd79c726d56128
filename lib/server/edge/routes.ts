import { createRouteTable } from '@/lib/http/route-policy'
import { adminRoutes } from './admin-routes'
import { engagementRoutes } from './engagement-routes'
import { siteRoutes } from './site-routes'

/** Every row of the table of routes. */
export const routeEntries = [...siteRoutes, ...adminRoutes, ...engagementRoutes]

/** The table of routes: who asks, what is read, and how an answer may be kept. */
export const routes = createRouteTable(routeEntries)
