import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { clientAccountAt } from '@/lib/domain/tenancy/reads'
import { read } from '@/lib/server/read'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../../_components/page-tags'
import { archiveClient, renameClient, restoreClient } from '../actions'
import { ArchiveButton } from './_components/archive-button'
import { CreateEngagement } from './_components/create-engagement'
import { EngagementLine } from './_components/engagement-line'
import { RenameForm } from './_components/rename-form'

export const metadata: Metadata = { title: 'Client' }

interface ClientPageProps {
  params: Promise<{ client: string }>
}

export default async function ClientPage({ params }: ClientPageProps) {
  await requireAdmin()
  const client = await read(clientAccountAt, 'platform', { client: (await params).client })
  if (!client) notFound()
  return (
    <div className="max-w-4xl">
      <PageTags />
      <PageHeader
        crumbs={[{ label: 'Clients', href: '/admin/clients' }, { label: client.name }]}
        title={client.name}
        description={`Its addresses begin with /${client.slug}, whatever its name.`}
        status={client.archived && <Status status="archived" />}
        actions={<ArchiveButton place={client} archive={archiveClient} restore={restoreClient} />}
      />
      <div className="flex flex-col gap-4">
        <Card aria-label="Name">
          <CardBody>
            <RenameForm place={client} rename={renameClient} />
          </CardBody>
        </Card>
        <Card aria-label="Engagements">
          <CardHeader
            title="Engagements"
            description="What is archived is entered by nobody, and nothing of it is lost."
          />
          {client.engagements.length > 0 && (
            <ul aria-label={`Engagements of ${client.name}`}>
              {client.engagements.map((engagement) => (
                <EngagementLine key={engagement.id} engagement={engagement} client={client} />
              ))}
            </ul>
          )}
          {!client.archived && (
            <CardBody>
              <CreateEngagement clientId={client.id} />
            </CardBody>
          )}
        </Card>
      </div>
    </div>
  )
}
