import type { ReactNode } from 'react'

/** One column of a `DataTable`. */
export interface Column<Row> {
  /** Names the column in the address when it is sorted by. */
  key: string
  header: string
  /** Shown after the header in a quieter ink: "GiB", "count". The cells then hold bare numbers. */
  unit?: string
  /** Numbers stand at the end, in figures of one width. */
  align?: 'start' | 'end' | 'center'
  sortable?: boolean
  /**
   * `always` stays on a phone, `tablet` comes with 768 px, `desktop` with 1280 px.
   * The first column always stays.
   */
  from?: 'always' | 'tablet' | 'desktop'
  /** Any CSS width. Without it the column takes what its content needs. */
  width?: string
  /** Takes what is left and cuts its text with an ellipsis. */
  grow?: boolean
  /** Buttons, links or fields in the cell: they lie above the link of the row. */
  interactive?: boolean
  /** For a column of checkboxes or buttons: its header is only read out. */
  hideHeader?: boolean
  render: (row: Row) => ReactNode
}

/** A last column of buttons stays at the end of the box while the others scroll under it. */
export function pinnedColumn<Row>(columns: readonly Column<Row>[]): Column<Row> | undefined {
  const last = columns.at(-1)
  return last?.interactive && last.hideHeader ? last : undefined
}

const visibleFrom = {
  always: '',
  tablet: 'max-md:hidden',
  desktop: 'max-xl:hidden',
} as const

const alignment = { start: 'text-left', end: 'text-right tabular', center: 'text-center' } as const

/** The classes that a column's header and cells share. */
export function columnStyle<Row>(column: Column<Row>): string[] {
  return [visibleFrom[column.from ?? 'always'], alignment[column.align ?? 'start']]
}
