import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { can } from '@/lib/base/roles'
import { mappingPage } from '@/lib/domain/mapping/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../../../_components/page-tags'
import { MappingBoard } from './_components/mapping-board'

export const metadata: Metadata = { title: 'Map columns' }

type Props = { params: Promise<{ client: string; engagement: string; flowId: string }> }

/** Source columns → canonical attributes: look, correct, approve. */
export default async function Page({ params }: Props) {
  const { client, engagement, flowId } = await params
  const scope = await requireScope({ client, engagement })
  const page = await read(mappingPage, scope, { flowId })
  if (!page) notFound()
  const flowPath = `/${client}/${engagement}/flows/${flowId}`

  return (
    <>
      <PageTags />
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
      <MappingBoard
        page={page}
        mayDecide={can(scope.role, 'mapping.decide')}
        address={`/api${flowPath}`}
      />
    </>
  )
}
