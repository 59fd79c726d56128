import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { can } from '@/lib/base/roles'
import { mappingPage } from '@/lib/domain/mapping/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { MappingBoard } from './_components/mapping-board'
import { approve, change, reject } from './actions'

export const metadata: Metadata = { title: 'Map columns' }

type Props = { params: Promise<{ client: string; engagement: string; flowId: string }> }

/** Source columns → canonical attributes: look, correct, approve. */
export default async function Page({ params }: Props) {
  const { client, engagement, flowId } = await params
  const scope = await requireScope({ client, engagement })
  const page = await read(mappingPage, scope, { flowId })
  if (!page) notFound()
  const address = { client, engagement }
  const flowPath = `/${client}/${engagement}/flows/${flowId}`
  const leftOut = page.columns.filter((column) => column.attribute === null)

  return (
    <>
      <PageHeader
        title="Map columns"
        description={`Say what each column of ${page.fileName} means${page.formatTitle ? `; it looks like ${page.formatTitle}` : ''}.`}
        crumbs={[
          { label: 'Imports', href: `/${client}/${engagement}/imports` },
          { label: page.fileName, href: flowPath },
          { label: 'Map columns' },
        ]}
        actions={<LinkButton href={flowPath}>Progress</LinkButton>}
      />
      <div className="mb-4 flex flex-col gap-2">
        {page.identityMissing && (
          <Alert tone="bad" title="No column says which machine a row is about">
            Map at least one column to a name, an address, a serial number or an id.
          </Alert>
        )}
        {!page.open && (
          <Alert tone="info">
            The flow does not wait for decisions here at the moment; this is what was decided.
          </Alert>
        )}
        {leftOut.length > 0 && (
          <Alert
            tone="warn"
            title={`${leftOut.length} of ${page.columns.length} columns are left out`}
          >
            {leftOut.map((column) => column.header).join(', ')}. Their values stay with the import
            and are not part of the inventory.
          </Alert>
        )}
      </div>
      <MappingBoard
        page={page}
        mayDecide={can(scope.role, 'mapping.decide')}
        actions={{
          approve: approve.bind(null, address),
          reject: reject.bind(null, address),
          change: change.bind(null, address),
        }}
      />
    </>
  )
}
