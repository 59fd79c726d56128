import { success } from '@/lib/base/result'
import { accessibleEngagements, landingPlace } from '@/lib/server/accessible-engagements'
import { defineUserRoute } from '@/lib/server/define-site-route'

/** Who asks, where they are taken to, and what they may enter. */
export const GET = defineUserRoute(async ({ user }) => {
  const accessible = await accessibleEngagements(user)
  const landing = landingPlace(user, accessible)
  return success({
    user: { name: user.name, email: user.email, isAdmin: user.isAdmin },
    defaults: landing && { client: landing.clientSlug, engagement: landing.engagementSlug },
    memberships: accessible.map(({ clientSlug, engagementSlug, role }) => ({
      client: clientSlug,
      engagement: engagementSlug,
      role,
    })),
  })
})
