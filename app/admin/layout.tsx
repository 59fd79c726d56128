import type { ReactNode } from 'react'
import { PlaceProvider } from '@/components/data/place'
import { LiveListener } from '@/components/live/live-listener'
import { AppShell } from '@/components/shell/app-shell'
import { engagementNavigation } from '@/components/shell/navigation'
import { SectionTabs } from '@/components/shell/section-tabs'
import { accessibleEngagements, landingPlace, shellUser } from '@/lib/server/accessible-engagements'
import { placeOf } from '@/lib/server/place-of'
import { requireAdmin } from '@/lib/server/require-scope'
import { DeveloperTools } from '../_components/developer-tools'
import { OldWay } from '../_components/old-way'
import { VisitMeasured } from '../_components/visit-measured'
import { signOut, switchEngagement } from '../(auth)/actions'
import { adminSection } from './_components/admin-section'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await requireAdmin()
  const memberships = await accessibleEngagements(user)
  const place = landingPlace(user, memberships)
  const engagement = place && engagementNavigation(place.clientSlug, place.engagementSlug)
  return (
    <PlaceProvider place={placeOf(user, null, memberships)}>
      <AppShell
        user={shellUser(user)}
        memberships={memberships}
        navigation={engagement ? [engagement, adminSection] : [adminSection]}
        switchAction={switchEngagement}
        signOutAction={signOut}
      >
        <SectionTabs section={adminSection} />
        {children}
      </AppShell>
      <OldWay />
      <LiveListener />
      <DeveloperTools />
      <VisitMeasured asker={user} />
    </PlaceProvider>
  )
}
