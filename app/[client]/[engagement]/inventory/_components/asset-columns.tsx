import { TriangleAlert, Unlink2 } from 'lucide-react'
import type { Column } from '@/components/data-table/column'
import { NotKnown } from '@/components/ui/description-list'
import { Status } from '@/components/ui/status'
import { Truncated } from '@/components/ui/truncated'
import type { AssetListItem } from '@/lib/domain/inventory/schema'
import { inWords, powerStatus } from './asset-words'
import { formatExact, formatRounded } from './quantities'

/** A number whose exact value shows on hover; a dash where there is none. */
function Figure({ value, exact }: { value: number | null; exact?: string }) {
  if (value === null) return <NotKnown />
  return <span title={exact}>{formatRounded(value)}</span>
}

function Name({ asset }: { asset: AssetListItem }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Truncated text={asset.name} />
      {asset.weaklyMatched && (
        <span title="Sources joined by the name alone" className="shrink-0 text-warn-text">
          <Unlink2 aria-hidden className="size-3.5" />
          <span className="sr-only">(sources joined by the name alone)</span>
        </span>
      )}
    </span>
  )
}

function Issues({ count }: { count: number }) {
  if (count === 0) return <span className="text-ink-faint">0</span>
  return (
    <span className="inline-flex items-center gap-1 text-warn-text">
      <TriangleAlert aria-hidden className="size-3.5" />
      {count}
    </span>
  )
}

export const assetColumns: Column<AssetListItem>[] = [
  {
    key: 'name',
    header: 'Name',
    sortable: true,
    grow: true,
    render: (asset) => <Name asset={asset} />,
  },
  {
    key: 'type',
    header: 'Type',
    sortable: true,
    from: 'tablet',
    render: ({ assetType }) => inWords(assetType),
  },
  {
    key: 'environment',
    header: 'Environment',
    from: 'desktop',
    render: ({ environment }) => (environment ? inWords(environment) : <NotKnown />),
  },
  {
    key: 'os',
    header: 'Operating system',
    from: 'desktop',
    render: ({ osName }) =>
      osName ? <Truncated text={osName} className="max-w-44" /> : <NotKnown />,
  },
  {
    key: 'power',
    header: 'Power',
    from: 'tablet',
    render: ({ powerState }) =>
      powerState ? <Status {...powerStatus(powerState)} plain /> : <NotKnown />,
  },
  {
    key: 'cpu',
    header: 'CPUs',
    align: 'end',
    sortable: true,
    from: 'tablet',
    render: ({ cpuCount }) => <Figure value={cpuCount} />,
  },
  {
    key: 'memory',
    header: 'Memory',
    unit: 'GiB',
    align: 'end',
    sortable: true,
    render: ({ memoryMib }) => (
      <Figure
        value={memoryMib === null ? null : memoryMib / 1024}
        exact={memoryMib === null ? undefined : `${formatExact(memoryMib)} MiB`}
      />
    ),
  },
  {
    key: 'storage',
    header: 'Storage',
    unit: 'GiB',
    align: 'end',
    sortable: true,
    from: 'tablet',
    render: ({ diskTotalGib }) => (
      <Figure
        value={diskTotalGib}
        exact={diskTotalGib === null ? undefined : `${formatExact(diskTotalGib)} GiB`}
      />
    ),
  },
  {
    key: 'issues',
    header: 'Issues',
    align: 'end',
    render: ({ issues }) => <Issues count={issues} />,
  },
]
