import type { SearchParams } from '@/components/data-table/search-params'
import { type SavedView, type ViewScreen, viewQueryOf } from '@/lib/domain/views/schema'
import { viewParameter } from './view-href'

export interface ViewState {
  /** What the address says of the list. */
  query: string
  /** The view that the address names, or else the one that says the same. */
  current: SavedView | null
  /** Whether the address says something else than the view it names. */
  changed: boolean
}

/** Which of somebody's views an address shows. A view that they are not shown is none. */
export function viewStateOf(
  screen: ViewScreen,
  params: SearchParams,
  views: readonly SavedView[],
): ViewState {
  const query = viewQueryOf(screen, params)
  const named = views.find(({ id }) => id === params[viewParameter])
  if (named) return { query, current: named, changed: named.query !== query }
  const equal = query === '' ? undefined : views.find((view) => view.query === query)
  return { query, current: equal ?? null, changed: false }
}
