import type { Column } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { Mono } from '@/components/ui/code'
import { NotKnown } from '@/components/ui/description-list'
import type { AssetView, ComponentView } from '@/lib/domain/inventory/schema'
import { formatExact, formatRounded } from '../../_components/quantities'

/** The first of the attributes that the component has. */
function firstOf({ values }: ComponentView, attributes: readonly string[]) {
  const found = attributes.find((attribute) => (values[attribute] ?? null) !== null)
  return found === undefined ? null : values[found]
}

function text(header: string, attributes: string[], options: Partial<Column<ComponentView>> = {}) {
  const column: Column<ComponentView> = {
    key: header,
    header,
    render: (component) => {
      const value = firstOf(component, attributes)
      if (value === null || value === undefined) return <NotKnown />
      if (typeof value === 'boolean') return value ? 'Yes' : 'No'
      return Array.isArray(value) ? value.join(', ') : String(value)
    },
    ...options,
  }
  return column
}

function addresses(header: string, attributes: string[]): Column<ComponentView> {
  const all = ({ values }: ComponentView) =>
    attributes.flatMap((attribute) => values[attribute] ?? []).map(String)
  return {
    key: header,
    header,
    render: (component) => {
      const found = all(component)
      return found.length === 0 ? <NotKnown /> : <Mono>{found.join(', ')}</Mono>
    },
  }
}

function size(header: string, attributes: string[]): Column<ComponentView> {
  return {
    key: header,
    header,
    unit: 'GiB',
    align: 'end',
    render: (component) => {
      const value = firstOf(component, attributes)
      if (typeof value !== 'number') return <NotKnown />
      return <span title={`${formatExact(value)} GiB`}>{formatRounded(value)}</span>
    },
  }
}

const label: Column<ComponentView> = {
  key: 'label',
  header: 'Name',
  render: (component) => component.label,
}

const origin: Column<ComponentView> = {
  key: 'origin',
  header: 'From',
  from: 'desktop',
  render: ({ fileName, rowNumber }) =>
    fileName === null ? <NotKnown /> : `${fileName}, row ${rowNumber ?? '?'}`,
}

const networkCardColumns = [
  label,
  addresses('IP addresses', ['ip_address', 'ipv6_address']),
  addresses('MAC address', ['mac_address']),
  text('Network', ['network_name'], { from: 'tablet' }),
  text('Type', ['nic_type'], { from: 'tablet' }),
  text('Connected', ['nic_connected'], { from: 'tablet' }),
  origin,
]

const partitionColumns = [
  label,
  size('Capacity', ['disk_size_gib', 'disk_total_gib']),
  size('Used', ['disk_used_gib']),
  size('Free', ['disk_free_gib']),
  origin,
]

const diskColumns = [
  label,
  size('Size', ['disk_size_gib', 'disk_total_gib']),
  text('Type', ['disk_type'], { from: 'tablet' }),
  text('Thin', ['disk_thin'], { from: 'tablet' }),
  text('Controller', ['disk_controller'], { from: 'tablet' }),
  origin,
]

/** What hangs under the asset, one table for each kind that it has. */
export function ComponentTables({ asset }: { asset: AssetView }) {
  const kinds = [
    { title: 'Network cards', rows: asset.networkCards, columns: networkCardColumns },
    { title: 'Partitions', rows: asset.partitions, columns: partitionColumns },
    { title: 'Disks', rows: asset.disks, columns: diskColumns },
  ]
  return kinds
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows, columns }) => (
      <section key={title}>
        <h2 className="mb-2 font-semibold text-base">
          {title}{' '}
          <span className="tabular font-normal text-ink-muted">
            {rows.length.toLocaleString('en-US')}
          </span>
        </h2>
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          height="page"
        />
      </section>
    ))
}
