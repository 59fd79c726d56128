import { Compass } from 'lucide-react'
import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { can } from '@/lib/base/roles'
import { importList } from '@/lib/domain/imports/reads'
import { inventorySummary } from '@/lib/domain/inventory/reads'
import { mappingStatistics } from '@/lib/domain/mapping/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { Breakdown } from './_components/breakdown'
import { RecentImports } from './_components/recent-imports'
import { SummaryTiles } from './_components/summary-tiles'
import { WaitingMappings } from './_components/waiting-mappings'

export const metadata: Metadata = { title: 'Dashboard' }

const recentImports = 6

type Props = { params: Promise<{ client: string; engagement: string }> }

/** Where the engagement stands: its inventory in figures, and what is on its way there. */
export default async function Page({ params }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement })
  const [summary, { imports }] = await Promise.all([
    read(inventorySummary, scope, null),
    read(importList, scope, { limit: recentImports }),
  ])
  const waiting = imports.filter(({ flowStatus }) => flowStatus === 'waiting_for_approval')
  const mappings = await Promise.all(
    waiting.map(async ({ flowId, fileName }) => ({
      flowId,
      fileName,
      columns: await read(mappingStatistics, scope, { flowId }),
    })),
  )
  const root = `/${client}/${engagement}`
  const newImport = can(scope.role, 'import.create') && (
    <LinkButton variant="primary" href={`${root}/imports/new`}>
      Import a file
    </LinkButton>
  )

  return (
    <>
      <PageHeader
        title="Dashboard"
        description="What this engagement runs, and how far its imports are."
        actions={newImport}
      />
      <div className="flex flex-col gap-5">
        {mappings.length > 0 && <WaitingMappings mappings={mappings} root={root} />}
        {summary.assets === 0 ? (
          <Card>
            <EmptyState icon={Compass} title="Nothing is charted yet" action={newImport}>
              Import a first export. Its columns are recognised, you approve them, and the figures
              of the inventory appear here.
            </EmptyState>
          </Card>
        ) : (
          <>
            <SummaryTiles summary={summary} root={root} />
            <div className="grid gap-5 sm:grid-cols-2 xl:grid-cols-4">
              <Breakdown title="By type" filter="type" facet={summary.facets.type} root={root} />
              <Breakdown
                title="By environment"
                filter="environment"
                facet={summary.facets.environment}
                root={root}
              />
              <Breakdown title="By OS family" filter="os" facet={summary.facets.os} root={root} />
              <Breakdown
                title="By power state"
                filter="power"
                facet={summary.facets.power}
                root={root}
              />
            </div>
          </>
        )}
        {imports.length > 0 && <RecentImports imports={imports} root={root} />}
      </div>
    </>
  )
}
