import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { engagementNavigation } from '@/components/shell/navigation'
import type { EngagementAddress } from '@/lib/domain/tenancy/schema'
import { accessibleEngagements, shellUser } from '@/lib/server/accessible-engagements'
import { requireScope, requireUser } from '@/lib/server/require-scope'
import { DeveloperTools } from '../../_components/developer-tools'
import { signOut, switchEngagement } from '../../(auth)/actions'
import { adminSection } from '../../admin/_components/admin-section'

interface EngagementLayoutProps {
  params: Promise<EngagementAddress>
  children: ReactNode
}

/** The frame of every page of an engagement. Each page asks for its scope itself as well. */
export default async function EngagementLayout({ params, children }: EngagementLayoutProps) {
  const { clientSlug, engagementSlug } = await requireScope(params)
  const user = await requireUser()
  const engagement = engagementNavigation(clientSlug, engagementSlug)
  return (
    <>
      <AppShell
        user={shellUser(user)}
        memberships={await accessibleEngagements(user)}
        current={{ clientSlug, engagementSlug }}
        navigation={user.isAdmin ? [engagement, adminSection] : [engagement]}
        switchAction={switchEngagement}
        signOutAction={signOut}
      >
        {children}
      </AppShell>
      <DeveloperTools />
    </>
  )
}
