import { identityAttributes } from './identity'
import type { MappingStatistics, MappingView } from './page/schema'

type Column = Pick<MappingView, 'attribute' | 'state'>

/** How a file's columns stand. Every column is counted once; rejected ones are left out. */
export function countColumns(columns: readonly Column[]): MappingStatistics {
  const counts = { autoMapped: 0, needsReview: 0, approved: 0, unmapped: 0 }
  for (const { attribute, state } of columns) {
    if (attribute === null || state === 'rejected') counts.unmapped += 1
    else if (state === 'approved') counts.approved += 1
    else if (state === 'auto_mapped') counts.autoMapped += 1
    else counts.needsReview += 1
  }
  return counts
}

/** Whether no column, approved or still suggested, says which asset a row is about. */
export function lacksIdentity(columns: readonly Column[]): boolean {
  return !columns.some(
    ({ attribute, state }) =>
      attribute !== null && state !== 'rejected' && identityAttributes.includes(attribute),
  )
}
