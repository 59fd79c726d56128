import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { dataImports, fieldMappings } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { completeWaitingPhase } from '@/lib/domain/flows/continue-flow'
import { type LockedFlow, lockFlow } from '@/lib/domain/flows/flow-row'
import { phaseNames } from '@/lib/domain/flows/schema'
import { identityAttributes } from './identity'
import type { MappingsDecided } from './page/schema'

/** A flow that waits for decisions about its columns, locked. */
export interface OpenMapping {
  flow: LockedFlow
  formatId: string | null
}

const notOpen = 'The columns of this file are not open to decisions.'
const finished =
  'Every column of this file is decided and the flow has gone on, so nothing was changed.'

/** Fails with `not_found`, or `wrong_state` when the flow does not wait for decisions. */
export async function openMapping(
  tx: Transaction,
  scope: Scope,
  flowId: string,
): Promise<Result<OpenMapping>> {
  const flow = await lockFlow(tx, scope, flowId)
  if (flow === null) return failure('not_found')
  if (flow.phase !== 'attribute_mapping' || flow.status !== 'waiting_for_approval') {
    const past = phaseNames.indexOf(flow.phase) > phaseNames.indexOf('attribute_mapping')
    return failure('wrong_state', { message: past ? finished : notOpen })
  }
  const [file] = await tx
    .select({ formatId: dataImports.formatId })
    .from(dataImports)
    .where(eq(dataImports.id, flow.dataImportId))
  return success({ flow, formatId: file?.formatId ?? null })
}

/**
 * After decisions were written: the flow goes on when no column with an attribute is undecided and
 * an approved one says which asset a row is about.
 * @returns how many columns with an attribute still wait, and whether the flow goes on
 */
export async function goOnWhenDecided(
  tx: Transaction,
  scope: Scope,
  flow: LockedFlow,
  now: Date,
): Promise<Pick<MappingsDecided, 'undecided' | 'continues'> & { identityMissing: boolean }> {
  const [counts] = await tx
    .select({
      columns: sql<number>`count(*)::int`,
      undecided: sql<number>`(count(*) filter (where ${isUndecided}))::int`,
      approved: sql<number>`(count(*) filter (where ${isApproved}))::int`,
      identities: sql<number>`(count(*) filter (where ${and(
        isApproved,
        inArray(fieldMappings.attribute, [...identityAttributes]),
      )}))::int`,
    })
    .from(fieldMappings)
    .where(eq(fieldMappings.flowId, flow.id))
  if (counts === undefined) throw new Error('The count of mappings gave no row.')
  const { columns, undecided, approved, identities } = counts
  const done = undecided === 0 && identities > 0
  const facts = { columns, approved, leftOut: columns - approved }
  const continues = done && (await completeWaitingPhase(tx, scope, flow, facts, now))
  return {
    undecided,
    continues,
    identityMissing: undecided === 0 && identities === 0,
  }
}

/** Columns without an attribute are left out; nobody has to decide about them. */
const isUndecided = and(
  isNotNull(fieldMappings.attribute),
  inArray(fieldMappings.state, ['auto_mapped', 'needs_review']),
)
const isApproved = and(isNotNull(fieldMappings.attribute), eq(fieldMappings.state, 'approved'))
