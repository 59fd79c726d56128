import type { ReactNode } from 'react'
import { PlaceProvider } from '@/components/data/place'
import { LiveListener } from '@/components/live/live-listener'
import { AppShell } from '@/components/shell/app-shell'
import { engagementNavigation } from '@/components/shell/navigation'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import { accessibleEngagements, shellUser } from '@/lib/server/accessible-engagements'
import { placeOf } from '@/lib/server/place-of'
import { requireScope, requireUser } from '@/lib/server/require-scope'
import { DeveloperTools } from '../../_components/developer-tools'
import { OldWay } from '../../_components/old-way'
import { VisitMeasured } from '../../_components/visit-measured'
import { signOut, switchEngagement } from '../../(auth)/actions'
import { adminSection } from '../../admin/_components/admin-section'

interface EngagementLayoutProps {
  params: Promise<EngagementAddress>
  children: ReactNode
}

/** The frame of every page of an engagement. Each page asks for its scope itself as well. */
export default async function EngagementLayout({ params, children }: EngagementLayoutProps) {
  const scope = await requireScope(params)
  const { clientId, engagementId, clientSlug, engagementSlug } = scope
  const user = await requireUser()
  const engagement = engagementNavigation(clientSlug, engagementSlug)
  const memberships = await accessibleEngagements(user)
  return (
    <PlaceProvider place={placeOf(user, scope, memberships)}>
      <AppShell
        user={shellUser(user)}
        memberships={memberships}
        current={{ clientSlug, engagementSlug }}
        navigation={user.isAdmin ? [engagement, adminSection] : [engagement]}
        switchAction={switchEngagement}
        signOutAction={signOut}
      >
        {children}
      </AppShell>
      <OldWay />
      <LiveListener />
      <DeveloperTools />
      <VisitMeasured
        asker={{ userId: user.userId, isAdmin: user.isAdmin, clientId, engagementId }}
      />
    </PlaceProvider>
  )
}
