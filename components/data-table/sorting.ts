import { type SearchParams, withSearchParams } from './search-params'

export type SortDirection = 'ascending' | 'descending'

export interface Sorting {
  /** The key of the column that the rows are sorted by. */
  key: string
  direction: SortDirection
}

/** How a table's header cells know their order and lead to another one. */
export interface TableSort {
  current: Sorting | null
  hrefFor: (sorting: Sorting) => string
}

/** `name` and `-name` in the address: ascending and descending by name. */
export function parseSorting(text: string | undefined, allowed: readonly string[]): Sorting | null {
  if (text === undefined) return null
  const descending = text.startsWith('-')
  const key = descending ? text.slice(1) : text
  if (!allowed.includes(key)) return null
  return { key, direction: descending ? 'descending' : 'ascending' }
}

/** The text of a sorting as the address carries it. */
export function formatSorting({ key, direction }: Sorting): string {
  return direction === 'descending' ? `-${key}` : key
}

/**
 * Sorting by links: a press on a header sorts ascending, the next one descending. The place in the
 * old order (`cursor`) means nothing in the new one, so it is dropped.
 */
export function sortByLinks(options: {
  pathname: string
  params: SearchParams
  current: Sorting | null
  param?: string
  cursorParams?: readonly string[]
}): TableSort {
  const { pathname, params, current, param = 'sort', cursorParams = ['cursor'] } = options
  const dropped = Object.fromEntries(cursorParams.map((name) => [name, undefined]))
  return {
    current,
    hrefFor: (sorting) =>
      withSearchParams(pathname, params, { ...dropped, [param]: formatSorting(sorting) }),
  }
}
