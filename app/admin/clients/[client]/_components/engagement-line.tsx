import { Mono } from '@/components/ui/code'
import { Status } from '@/components/ui/status'
import { TextLink } from '@/components/ui/text-link'
import type { ClientAccountDetail } from '@/lib/domain/tenancy/schema'
import { archiveEngagement, renameEngagement, restoreEngagement } from '../../actions'
import { ArchiveButton } from './archive-button'
import { RenameForm } from './rename-form'

/** One engagement: where it is, how many are in it, and what can be changed of it. */
export function EngagementLine({
  engagement,
  client,
}: {
  engagement: ClientAccountDetail['engagements'][number]
  client: ClientAccountDetail
}) {
  const { name, slug, members, archived } = engagement
  const address = `/${client.slug}/${slug}`
  const closed = archived || client.archived
  return (
    <li className="border-b px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 break-words font-medium">
            {closed ? name : <TextLink href={address}>{name}</TextLink>}
          </span>
          {archived && <Status status="archived" />}
        </span>
        <Mono>{address}</Mono>
        <span className="text-ink-muted text-sm">
          {members === 1 ? '1 member' : `${members} members`}
        </span>
        <ArchiveButton place={engagement} archive={archiveEngagement} restore={restoreEngagement} />
      </div>
      <details>
        <summary className="mt-1 inline-flex min-h-6 cursor-pointer items-center rounded-sm text-accent-text text-sm underline-offset-3 hover:underline">
          Rename…
        </summary>
        <div className="mt-2">
          <RenameForm place={engagement} rename={renameEngagement} />
        </div>
      </details>
    </li>
  )
}
