import { Card, CardBody, CardHeader } from '@/components/ui/card'
import type { EngagementEntry } from '@/lib/domain/tenancy/schema'
import type { PendingRequest } from '@/lib/domain/users/schema'
import { ApproveForm } from './approve-form'
import { RejectForm } from './reject-form'

/** One request: who asks, what they wrote, and the two answers. */
export function RequestCard({
  request,
  engagements,
}: {
  request: PendingRequest
  engagements: readonly EngagementEntry[]
}) {
  const day = request.createdAt.slice(0, 10)
  return (
    <Card aria-label={`Request of ${request.name}`}>
      <CardHeader
        title={request.name}
        description={request.email}
        actions={
          <span className="text-ink-muted text-sm">
            Asked on <time dateTime={request.createdAt}>{day}</time>
          </span>
        }
      />
      <CardBody className="flex flex-col gap-4">
        {request.message !== '' && (
          <blockquote className="break-words border-l-2 pl-3 text-ink-muted">
            {request.message}
          </blockquote>
        )}
        <ApproveForm request={request} engagements={engagements} />
        <RejectForm request={request} />
      </CardBody>
    </Card>
  )
}
