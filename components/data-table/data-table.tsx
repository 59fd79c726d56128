import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Table, TableCell, TableFrame, tableRowStyle } from '@/components/ui/table'
import { type Column, columnStyle, pinnedColumn } from './column'
import { ColumnHeader } from './column-header'
import { KeptRow } from './kept-row'
import { RowKeys } from './row-keys'
import type { TableSort } from './sorting'

export interface DataTableProps<Row> {
  /** What the rows are; names the table for those who listen. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The page of a row: its first column becomes the link and the whole row leads there. */
  rowHref?: (row: Row) => string
  /** On phones a second line under the first column, in place of the columns that are left out. */
  phoneDetail?: (row: Row) => ReactNode
  sort?: TableSort
  /** In place of the rows when there are none. */
  empty?: ReactNode
  /** A newer state is on its way; the old rows stay. */
  busy?: boolean
  /** `page` lets the page scroll; `screen` (the default) keeps header and pager in sight. */
  height?: 'screen' | 'page'
  className?: string
}

/** As high as leaves the header and the pager in sight. */
export const screenHeight = 'md:max-h-[max(24rem,calc(100dvh-15rem))]'

/** Rows that the server made: sorting and filters are addresses, so it works without scripts. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, empty, busy, height = 'screen' } = props
  const pinned = pinnedColumn(columns)
  if (rows.length === 0 && empty !== undefined) {
    return <div className="rounded-lg border bg-surface shadow-card">{empty}</div>
  }
  return (
    <TableFrame
      label={caption}
      aria-busy={busy || undefined}
      className={cn(height === 'screen' && screenHeight, busy && 'opacity-60', props.className)}
    >
      {props.rowHref !== undefined && <RowKeys />}
      <Table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHeader
                key={column.key}
                column={column}
                pinned={column === pinned}
                sort={sort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} table={props} />
          ))}
        </tbody>
      </Table>
    </TableFrame>
  )
}

function Row<R>({ row, table }: { row: R; table: DataTableProps<R> }) {
  const first = table.columns.findIndex((column) => !column.hideHeader)
  return (
    <KeptRow className={tableRowStyle}>
      {table.columns.map((column, index) => (
        <Cell key={column.key} row={row} column={column} table={table} leads={index === first} />
      ))}
    </KeptRow>
  )
}

function Cell<R>({
  row,
  column,
  table,
  leads,
}: {
  row: R
  column: Column<R>
  table: DataTableProps<R>
  /** This cell names its row: it carries the row's link and, on phones, the second line. */
  leads: boolean
}) {
  const look = cn(
    columnStyle(column),
    column.grow ? 'max-w-0 truncate' : 'whitespace-nowrap',
    column.interactive && 'relative z-10',
    pinnedColumn(table.columns) === column &&
      'z-10 bg-surface group-hover/row:bg-hover md:sticky md:right-0',
    leads && 'max-sm:w-full max-sm:whitespace-normal max-sm:break-words max-sm:py-2',
  )
  if (!leads) return <TableCell className={look}>{column.render(row)}</TableCell>
  return (
    <TableCell className={cn(look, 'font-medium')}>
      {table.rowHref === undefined ? (
        column.render(row)
      ) : (
        <Link
          href={table.rowHref(row)}
          prefetch={false}
          data-row
          className="rounded-sm text-accent-text underline decoration-transparent underline-offset-3 outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent-text focus-visible:after:-outline-offset-2 group-hover/row:decoration-accent-line"
        >
          {column.render(row)}
        </Link>
      )}
      {table.phoneDetail !== undefined && (
        <span className="block font-normal text-ink-muted text-xs md:hidden">
          {table.phoneDetail(row)}
        </span>
      )}
    </TableCell>
  )
}
