import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { type ColumnsByLane, lanes } from '../_state/columns'
import { rowsInSight } from './use-visible-rows'

/** The columns that a person sees now, in part or whole. */
export function columnsInView(sorted: ColumnsByLane): MappingView[] {
  return lanes.flatMap((lane) => {
    const list = document.querySelector<HTMLElement>(`[data-lane="${lane}"] ul`)
    const height = list?.querySelector('li')?.offsetHeight ?? 0
    if (!list || list.offsetParent === null || height === 0) return []
    const { from, to } = rowsInSight(list, height)
    return sorted[lane].slice(from, to)
  })
}
