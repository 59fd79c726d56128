import { hasWords } from '@/lib/base/has-words'
import type { AttributeChoice, MappingView } from '@/lib/domain/mapping/page/schema'
import { attributeWords } from './attribute-words'

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

export type ColumnsByLane = Record<Lane, readonly MappingView[]>

/**
 * Columns by lane, each in the order of the file.
 * @param before what it was; a lane in which nothing changed stays the same object
 */
export function byLane(columns: readonly MappingView[], before?: ColumnsByLane): ColumnsByLane {
  const sorted: Record<Lane, MappingView[]> = { auto: [], review: [], decided: [] }
  for (const column of columns) sorted[laneOf(column)].push(column)
  if (before === undefined) return sorted
  const kept = (lane: Lane) => (isSame(before[lane], sorted[lane]) ? before[lane] : sorted[lane])
  return { auto: kept('auto'), review: kept('review'), decided: kept('decided') }
}

function isSame(one: readonly MappingView[], other: readonly MappingView[]): boolean {
  return one.length === other.length && one.every((column, index) => column === other[index])
}

/** Whether a column waits for a decision: without an attribute it is left out and waits for none. */
export function isUndecided(mapping: MappingView): boolean {
  return mapping.attribute !== null && laneOf(mapping) !== 'decided'
}

/** Columns whose name, attribute or values have all the words of a search. */
export function findColumns(
  columns: readonly MappingView[],
  search: string,
  attributes: readonly AttributeChoice[],
): readonly MappingView[] {
  if (search.trim() === '') return columns
  return columns.filter(({ header, attribute, samples }) =>
    hasWords([header, attributeWords(attributes, attribute), ...samples].join('\n'), search),
  )
}
