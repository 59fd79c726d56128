import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { engagementDirectory } from '@/lib/domain/tenancy/reads'
import { pendingRequests } from '@/lib/domain/users/reads'
import { read } from '@/lib/server/read'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../_components/page-tags'
import { RequestCard } from './_components/request-card'

export const metadata: Metadata = { title: 'Requests' }

export default async function RequestsPage() {
  await requireAdmin()
  const [requests, engagements] = await Promise.all([
    read(pendingRequests, 'platform', null),
    read(engagementDirectory, 'platform', null),
  ])
  return (
    <>
      <PageTags />
      <PageHeader
        title="Requests for access"
        description="People who asked to be let in. Choose where to and as what, or say why not."
      />
      {requests.length === 0 ? (
        <Card>
          <EmptyState icon={Inbox} title="Nobody is waiting">
            When somebody asks for access, the request appears here.
          </EmptyState>
        </Card>
      ) : (
        <ul className="flex max-w-4xl flex-col gap-4">
          {requests.map((request) => (
            <li key={request.id}>
              <RequestCard request={request} engagements={engagements} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
