import { Building2 } from 'lucide-react'
import type { Metadata } from 'next'
import { DataTable } from '@/components/data-table/data-table'
import { PageHeader } from '@/components/shell/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { clientAccountList } from '@/lib/domain/tenancy/reads'
import { read } from '@/lib/server/read'
import { requireAdmin } from '@/lib/server/require-scope'
import { PageTags } from '../../_components/page-tags'
import { clientColumns, engagementCount } from './_components/client-columns'
import { CreateClient } from './_components/create-client'

export const metadata: Metadata = { title: 'Clients' }

export default async function ClientsPage() {
  await requireAdmin()
  const clients = await read(clientAccountList, 'platform', null)
  return (
    <>
      <PageTags />
      <PageHeader
        title="Clients"
        description="The client accounts and their engagements. An address never changes, a name may."
      />
      <CreateClient />
      <DataTable
        caption="Clients"
        columns={clientColumns}
        rows={clients}
        rowKey={({ id }) => id}
        rowHref={({ slug }) => `/admin/clients/${slug}`}
        phoneDetail={(client) => `/${client.slug}, ${engagementCount(client)}`}
        empty={
          <EmptyState icon={Building2} title="No client yet">
            Open the first one above; then add its engagements and let people in.
          </EmptyState>
        }
      />
    </>
  )
}
