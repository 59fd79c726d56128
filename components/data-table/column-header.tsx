import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { TableHeader } from '@/components/ui/table'
import { type Column, columnStyle } from './column'
import type { TableSort } from './sorting'

function Name<Row>({ column }: { column: Column<Row> }) {
  if (column.hideHeader) return <span className="sr-only">{column.header}</span>
  return (
    <>
      {column.header}
      {column.unit !== undefined && (
        <span className="font-normal text-ink-faint"> {column.unit}</span>
      )}
    </>
  )
}

/** The header cell of a column; a sortable one is a link to the other order. */
export function ColumnHeader<Row>({
  column,
  pinned,
  sort,
}: {
  column: Column<Row>
  pinned: boolean
  sort?: TableSort
}) {
  const look = cn(
    columnStyle(column),
    column.grow && 'w-full min-w-36',
    pinned && 'md:right-0 md:z-30',
  )
  const width = column.width === undefined ? undefined : { width: column.width }
  if (sort === undefined || !column.sortable) {
    return (
      <TableHeader className={look} style={width}>
        <Name column={column} />
      </TableHeader>
    )
  }
  const direction = sort.current?.key === column.key ? sort.current.direction : undefined
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  const Icon =
    direction === undefined ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <TableHeader className={look} style={width} aria-sort={direction ?? 'none'}>
      <Link
        href={sort.hrefFor({ key: column.key, direction: next })}
        scroll={false}
        prefetch={false}
        className={cn(
          'group/sort -mx-1.5 inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink focus-visible:outline-offset-0',
          direction !== undefined && 'text-ink',
          column.align === 'end' && 'flex-row-reverse',
        )}
      >
        <span>
          <Name column={column} />
        </span>
        <Icon
          aria-hidden
          className={cn(
            'size-3 shrink-0',
            direction === undefined &&
              'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
          )}
        />
      </Link>
    </TableHeader>
  )
}
