import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { unlearnPatterns } from '../learn-patterns'
import { type LockedColumn, lockColumns } from '../lock-columns'
import { goOnWhenDecided, openMapping } from '../open-mapping'
import type { MappingsDecided, UndoMappings } from '../page/schema'
import { restoreReplaced } from '../replaced-mapping'

const decidedSince = 'Somebody decided about this again since, so nothing was taken back.'

/**
 * Takes the newest decision about each column back, with what it taught. A column that somebody
 * decided about since keeps that. Fails with `not_found`, `wrong_state` (the flow has gone on), or
 * `conflict` when no column is in the state that the decision left.
 */
export function undoMappings(
  scope: Scope,
  deps: CommandDeps,
  { flowId, columns }: UndoMappings,
): Promise<Result<MappingsDecided>> {
  return transact(scope, deps, async (tx) => {
    const open = await openMapping(tx, scope, flowId)
    if (!open.ok) return open
    const { flow, formatId } = open.data
    const seen = new Map(columns.map(({ mappingId, version }) => [mappingId, version]))
    const present = await lockColumns(tx, scope, flowId, [...seen.keys()])
    if (present.length === 0) return failure('not_found')
    const asSeen = ({ id, version, replaced }: LockedColumn) =>
      replaced !== null && seen.get(id) === version
    const undone = present.filter(asSeen)
    if (undone.length === 0) return failure('conflict', { message: decidedSince })
    const now = deps.clock.now()
    await unlearnPatterns(tx, scope, lessonsOf(undone), { formatId, now })
    await restoreReplaced(tx, undone, now)
    await recordAudit(tx, scope, {
      action: 'mapping.undone',
      subjectType: 'flow',
      subjectId: flowId,
      detail: { columns: undone.length },
    })
    const passedOver = present
      .filter((column) => !asSeen(column))
      .map(({ id, decider }) => ({ mappingId: id, by: decider }))
    const { undecided, continues } = await goOnWhenDecided(tx, scope, flow, now)
    return success({ flowId, decided: undone.length, passedOver, undecided, continues })
  })
}

function lessonsOf(columns: readonly LockedColumn[]) {
  return {
    taught: columns.flatMap(({ replaced }) => replaced?.taught ?? []),
    forgotten: columns.flatMap(({ replaced }) => replaced?.forgotten ?? []),
  }
}
