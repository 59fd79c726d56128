import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { Alert } from '@/components/ui/alert'
import { StatTile } from '@/components/ui/stat-tile'
import { Status } from '@/components/ui/status'
import { can } from '@/lib/base/roles'
import { assetById } from '@/lib/domain/inventory/reads'
import type { AssetView } from '@/lib/domain/inventory/schema'
import { read } from '@/lib/server/read'
import { requireScope } from '@/lib/server/require-scope'
import { PageTags } from '../../../../_components/page-tags'
import { inWords, powerStatus } from '../_components/asset-words'
import { memoryInGib, storage } from '../_components/quantities'
import { AssetIssues } from './_components/asset-issues'
import { AttributeGroups } from './_components/attribute-groups'
import { ComponentTables } from './_components/component-tables'
import { SourceList } from './_components/source-list'
import { splitSource } from './actions'

export const metadata: Metadata = { title: 'Asset' }

type Props = { params: Promise<{ client: string; engagement: string; assetId: string }> }

/** One asset: each value with the file and row it comes from, its parts, its issues. */
export default async function Page({ params }: Props) {
  const { client, engagement, assetId } = await params
  const scope = await requireScope({ client, engagement })
  const asset = await read(assetById, scope, { assetId })
  if (!asset) notFound()
  const root = `/${client}/${engagement}`
  const split = can(scope.role, 'mapping.decide')
    ? splitSource.bind(null, { client, engagement })
    : undefined

  return (
    <>
      <PageTags />
      <PageHeader
        title={asset.name}
        description={[
          inWords(asset.assetType),
          asset.environment && inWords(asset.environment),
          asset.osName,
        ]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[{ label: 'Inventory', href: `${root}/inventory` }, { label: asset.name }]}
        status={asset.powerState && <Status {...powerStatus(asset.powerState)} />}
      />
      <div className="flex flex-col gap-5">
        {asset.weaklyMatched && (
          <Alert tone="warn" title="Joined by the name alone">
            Sources of different systems were taken for the same asset because they use the same
            name and type. If they are two things, split one off below.
          </Alert>
        )}
        <AssetIssues issues={asset.issues} root={root} />
        <KeyFigures asset={asset} />
        <AttributeGroups attributes={asset.attributes} />
        <ComponentTables asset={asset} />
        <SourceList sources={asset.sources} split={split} />
      </div>
    </>
  )
}

function KeyFigures({ asset }: { asset: AssetView }) {
  const memory = asset.memoryMib === null ? null : memoryInGib(asset.memoryMib)
  const disk = asset.diskTotalGib === null ? null : storage(asset.diskTotalGib)
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatTile label="CPUs" value={asset.cpuCount?.toLocaleString('en-US') ?? '–'} />
      <StatTile
        label="Memory"
        value={memory ? <span title={memory.exact}>{memory.text}</span> : '–'}
        unit={memory?.unit}
      />
      <StatTile
        label="Storage"
        value={disk ? <span title={disk.exact}>{disk.text}</span> : '–'}
        unit={disk?.unit}
      />
      <StatTile label="Open issues" value={asset.openIssueCount} />
    </div>
  )
}
