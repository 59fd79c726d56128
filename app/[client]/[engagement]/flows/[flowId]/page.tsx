import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { Status } from '@/components/ui/status'
import { can } from '@/lib/base/roles'
import { flowHistory } from '@/lib/domain/flows/reads'
import type { FlowView } from '@/lib/domain/flows/schema'
import { importById, rawRowPage } from '@/lib/domain/imports/reads'
import { readLiveFlow } from '@/lib/server/live-flow'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../../_components/page-tags'
import { FlowControls } from './_components/flow-controls'
import { FlowHistory } from './_components/flow-history'
import { ImportResult } from './_components/import-result'
import { LiveFlow } from './_components/live-flow'
import { listedRejections, RejectedRows } from './_components/rejected-rows'
import { cancel, pause, resume, retry } from './actions'

export const metadata: Metadata = { title: 'Flow' }

type Props = { params: Promise<{ client: string; engagement: string; flowId: string }> }

/** One file on its way from upload to inventory: where it is, and what it waits for. */
export default async function Page({ params }: Props) {
  const { client, engagement, flowId } = await params
  const scope = await requireScope({ client, engagement })
  const flow = await readLiveFlow(scope, flowId)
  if (!flow) notFound()
  const [dataImport, history] = await Promise.all([
    read(importById, scope, { importId: flow.importId }),
    read(flowHistory, scope, { flowId }),
  ])
  if (!dataImport) notFound()
  const rejected =
    dataImport.rows.rejected > 0
      ? await read(rawRowPage, scope, {
          importId: flow.importId,
          after: 0,
          limit: listedRejections,
          rejectedOnly: true,
        })
      : []
  const root = `/${client}/${engagement}`
  const address = { client, engagement }

  return (
    <>
      <PageTags />
      <PageHeader
        title={flow.fileName}
        description="From the file to the inventory, phase by phase."
        crumbs={[{ label: 'Imports', href: `${root}/imports` }, { label: flow.fileName }]}
        status={<Status status={flow.status} />}
        actions={
          <>
            {can(scope.role, 'flow.control') && (
              <FlowControls
                flow={flow}
                controls={{
                  pause: pause.bind(null, address),
                  resume: resume.bind(null, address),
                  retry: retry.bind(null, address),
                  cancel: cancel.bind(null, address),
                }}
              />
            )}
            <NextStep flow={flow} root={root} />
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {flow.failure && (
          <Alert tone="bad" title={flow.failure.reason}>
            {flow.failure.remedy}
          </Alert>
        )}
        {flow.status === 'waiting_for_upload' && (
          <Alert
            tone="warn"
            title={`${dataImport.receivedParts.length} of ${dataImport.partCount} parts have arrived`}
            action={
              <LinkButton size="sm" href={`${root}/imports/new?resume=${flow.importId}`}>
                Go on
              </LinkButton>
            }
          >
            The upload was interrupted. Choose the same file again; only the missing parts are sent.
          </Alert>
        )}
        <LiveFlow initial={flow} />
        <ImportResult flow={flow} dataImport={dataImport} root={root} />
        {rejected.length > 0 && <RejectedRows rows={rejected} total={dataImport.rows.rejected} />}
        <FlowHistory entries={history ?? []} />
      </div>
    </>
  )
}

function NextStep({ flow, root }: { flow: FlowView; root: string }) {
  const mapping = `${root}/flows/${flow.flowId}/mapping`
  const mapped = flow.phases.some(
    ({ phase, status }) => phase === 'attribute_mapping' && status === 'completed',
  )
  if (flow.status === 'waiting_for_approval') {
    return (
      <LinkButton variant="primary" href={mapping}>
        Map columns
      </LinkButton>
    )
  }
  return (
    <>
      {mapped && <LinkButton href={mapping}>Mapping</LinkButton>}
      {flow.status === 'completed' && (
        <LinkButton variant="primary" href={`${root}/inventory`}>
          Open inventory
        </LinkButton>
      )}
    </>
  )
}
