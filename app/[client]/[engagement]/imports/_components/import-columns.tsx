import type { Column } from '@/components/data-table/column'
import { Status } from '@/components/ui/status'
import type { ImportSummary } from '@/lib/domain/imports/schema'
import { DeleteImport, type RemoveImport } from './delete-import'

const count = (value: number) => value.toLocaleString('en-US')

export const importColumns: Column<ImportSummary>[] = [
  { key: 'file', header: 'File', grow: true, render: (row) => row.fileName },
  {
    key: 'status',
    header: 'Status',
    render: (row) => <Status status={row.flowStatus} plain />,
  },
  {
    key: 'rows',
    header: 'Rows',
    align: 'end',
    from: 'tablet',
    render: (row) => count(row.rows.in),
  },
  {
    key: 'created',
    header: 'Created',
    align: 'end',
    from: 'tablet',
    render: (row) => count(row.rows.created),
  },
  {
    key: 'merged',
    header: 'Merged',
    align: 'end',
    from: 'tablet',
    render: (row) => count(row.rows.merged),
  },
  {
    key: 'unchanged',
    header: 'Unchanged',
    align: 'end',
    from: 'desktop',
    render: (row) => count(row.rows.unchanged),
  },
  {
    key: 'rejected',
    header: 'Rejected',
    align: 'end',
    from: 'tablet',
    render: (row) => count(row.rows.rejected),
  },
  { key: 'by', header: 'By', from: 'desktop', render: (row) => row.createdBy },
  {
    key: 'at',
    header: 'Started',
    unit: 'UTC',
    from: 'desktop',
    render: (row) => row.createdAt.slice(0, 16).replace('T', ' '),
  },
]

/** For those who may delete imports. */
export function deleteColumn(remove: RemoveImport): Column<ImportSummary> {
  return {
    key: 'delete',
    header: 'Delete',
    hideHeader: true,
    interactive: true,
    align: 'end',
    render: (row) => <DeleteImport row={row} remove={remove} />,
  }
}
