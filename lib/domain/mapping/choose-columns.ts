import type { MappingState } from '@/db/schema'
import type { DecideMappings, PassedOver } from './page/schema'

/** What a bulk decision looks at of a column. */
export interface ChoosableColumn {
  id: string
  attribute: string | null
  confidence: number
  state: MappingState
  version: number
  /** The name of who decided about it last. */
  decider: string | null
}

/** Columns without an attribute are left out; nobody has to decide about them. */
export function isUndecided({ attribute, state }: ChoosableColumn): boolean {
  return attribute !== null && (state === 'auto_mapped' || state === 'needs_review')
}

/**
 * Which columns a bulk decision is about. A named column that somebody decided about meanwhile, or
 * that is not in the state that was seen any more, is passed over, never decided twice.
 */
export function chooseColumns<Column extends ChoosableColumn>(
  columns: readonly Column[],
  which: DecideMappings['which'],
): { chosen: Column[]; passedOver: PassedOver[] } {
  const undecided = columns.filter(isUndecided)
  if ('all' in which) return { chosen: undecided, passedOver: [] }
  if ('filter' in which) {
    const { state, minConfidence = 0 } = which.filter
    const meant = ({ state: present, confidence }: Column) =>
      (state === undefined || present === state) && confidence >= minConfidence
    return { chosen: undecided.filter(meant), passedOver: [] }
  }
  const seen = new Map<string, number | null>(
    'ids' in which
      ? which.ids.map((id) => [id, null])
      : which.columns.map(({ mappingId, version }) => [mappingId, version]),
  )
  const named = columns.filter(({ id }) => seen.has(id))
  const meant = (column: Column) => {
    const version = seen.get(column.id) ?? null
    return isUndecided(column) && (version === null || version === column.version)
  }
  return { chosen: named.filter(meant), passedOver: named.filter((one) => !meant(one)).map(passed) }
}

function passed({ id, decider }: ChoosableColumn): PassedOver {
  return { mappingId: id, by: decider }
}
