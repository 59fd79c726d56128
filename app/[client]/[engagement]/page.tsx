import { Compass, FileUp } from 'lucide-react'
import type { Metadata } from 'next'
import { Widget } from '@/components/feedback/widget'
import { PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { can } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import { importList } from '@/lib/domain/imports/reads'
import { inventorySummary } from '@/lib/domain/inventory/reads'
import { mappingStatistics } from '@/lib/domain/mapping/reads'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../_components/page-tags'
import { Breakdowns, BreakdownsSkeleton } from './_components/breakdown'
import { RecentImports, RecentImportsSkeleton } from './_components/recent-imports'
import { SummaryTiles, SummaryTilesSkeleton } from './_components/summary-tiles'
import { WaitingMappings } from './_components/waiting-mappings'

export const metadata: Metadata = { title: 'Dashboard' }

const recentImports = 6

type Props = { params: Promise<{ client: string; engagement: string }> }

/** Where the engagement stands: its inventory in figures, and what is on its way there. */
export default async function Page({ params }: Props) {
  const { client, engagement } = await params
  const scope = await requireScope({ client, engagement })
  const root = `/${client}/${engagement}`
  const mayImport = can(scope.role, 'import.create')
  const importHref = `${root}/imports/new`

  return (
    <>
      <PageTags />
      <PageHeader
        title="Dashboard"
        description="What this engagement runs, and how far its imports are."
        actions={
          mayImport && (
            <LinkButton variant="primary" href={importHref}>
              <FileUp aria-hidden />
              Import a file
            </LinkButton>
          )
        }
      />
      <div className="flex flex-col gap-5">
        <Widget title="What waits for you" load={() => waitingMappings(scope)}>
          {(mappings) => mappings.length > 0 && <WaitingMappings mappings={mappings} root={root} />}
        </Widget>
        <Widget
          title="The inventory"
          load={() => read(inventorySummary, scope, null)}
          skeleton={
            <>
              <SummaryTilesSkeleton />
              <BreakdownsSkeleton />
            </>
          }
        >
          {(summary) =>
            summary.assets === 0 ? (
              <Card>
                <EmptyState
                  icon={Compass}
                  title="Nothing is charted yet"
                  action={
                    mayImport && <LinkButton href={importHref}>Import a first file</LinkButton>
                  }
                >
                  Import a first export. Its columns are recognised, you approve them, and the
                  figures of the inventory appear here.
                </EmptyState>
              </Card>
            ) : (
              <>
                <SummaryTiles summary={summary} root={root} />
                <Breakdowns facets={summary.facets} root={root} />
              </>
            )
          }
        </Widget>
        <Widget
          title="Recent imports"
          load={() => read(importList, scope, { limit: recentImports })}
          skeleton={<RecentImportsSkeleton rows={recentImports} />}
        >
          {({ imports }) => imports.length > 0 && <RecentImports imports={imports} root={root} />}
        </Widget>
      </div>
    </>
  )
}

/** Of the newest imports those that wait for a person, with what is decided of their columns. */
async function waitingMappings(scope: Scope) {
  const { imports } = await read(importList, scope, { limit: recentImports })
  const waiting = imports.filter(({ flowStatus }) => flowStatus === 'waiting_for_approval')
  return Promise.all(
    waiting.map(async ({ flowId, fileName }) => ({
      flowId,
      fileName,
      columns: await read(mappingStatistics, scope, { flowId }),
    })),
  )
}
