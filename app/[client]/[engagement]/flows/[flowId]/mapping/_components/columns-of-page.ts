import type { MappingView } from '@/lib/domain/mapping/page/schema'

export const lanes = ['auto', 'review', 'decided'] as const
export type Lane = (typeof lanes)[number]

export const laneTitles: Record<Lane, { title: string; empty: string }> = {
  auto: { title: 'Auto-mapped', empty: 'Nothing more was recognised with certainty.' },
  review: { title: 'Needs review', empty: 'No column needs a second look.' },
  decided: { title: 'Approved', empty: 'Approve a column and it moves here.' },
}

/** The lane in which a column of the file stands. */
export function laneOf(mapping: MappingView): Lane {
  if (mapping.state === 'approved' || mapping.state === 'rejected') return 'decided'
  return mapping.state === 'auto_mapped' ? 'auto' : 'review'
}

/** Columns by lane, each in the order of the file. */
export function byLane(columns: readonly MappingView[]): Record<Lane, MappingView[]> {
  const sorted: Record<Lane, MappingView[]> = { auto: [], review: [], decided: [] }
  for (const column of columns) sorted[laneOf(column)].push(column)
  return sorted
}

/** Whether a column waits for a decision: without an attribute it is left out and waits for none. */
export function isUndecided(mapping: MappingView): boolean {
  return mapping.attribute !== null && laneOf(mapping) !== 'decided'
}
