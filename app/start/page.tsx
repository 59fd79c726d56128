import { Compass } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PlaceProvider } from '@/components/data/place'
import { LiveListener } from '@/components/live/live-listener'
import { AppShell } from '@/components/shell/app-shell'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { accessibleEngagements, landingPlace, shellUser } from '@/lib/server/accessible-engagements'
import { placeOf } from '@/lib/server/place-of'
import { requireUser } from '@/lib/server/require-scope'
import { PageTags } from '../_components/page-tags'
import { signOut, switchEngagement } from '../(auth)/actions'
import { adminSection } from '../admin/_components/admin-section'

export const metadata: Metadata = { title: 'Start' }

/** Takes a person to their engagement; it is only seen by those who have none. */
export default async function StartPage() {
  const user = await requireUser()
  const accessible = await accessibleEngagements(user)
  const place = landingPlace(user, accessible)
  if (place) redirect(`/${place.clientSlug}/${place.engagementSlug}`)
  return (
    <PlaceProvider place={placeOf(user, null, accessible)}>
      <AppShell
        user={shellUser(user)}
        memberships={[]}
        navigation={user.isAdmin ? [adminSection] : []}
        switchAction={switchEngagement}
        signOutAction={signOut}
      >
        <PageTags />
        <Card>
          <EmptyState
            icon={Compass}
            title="No engagement yet"
            action={
              user.isAdmin && (
                <LinkButton href="/admin/requests" variant="primary">
                  Look at the requests
                </LinkButton>
              )
            }
          >
            You are not a member of any engagement. Ask an administrator to add you to one; this
            page then takes you there.
          </EmptyState>
        </Card>
      </AppShell>
      <LiveListener />
    </PlaceProvider>
  )
}
