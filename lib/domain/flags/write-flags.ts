import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { failure, type Result, success } from '@/lib/base/result'
import {
  type Administrator,
  transactAsAdministrator,
} from '@/lib/domain/administration/transact-as-administrator'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { FlagValues } from '@/lib/flags/definitions'
import { flagsDigest } from '@/lib/flags/digest'
import { type FlagStorage, FlagStorageError } from '@/lib/flags/management'
import { isObject, parseFlags } from '@/lib/flags/parse-flags'
import type { CommandDeps } from '@/lib/write/transact'
import type { ChangedFlags } from './schema'

/** What the commands about flags are given; no storage where nothing may be written. */
export interface FlagDeps extends CommandDeps {
  flags: FlagStorage | null
}

export interface FlagWrite {
  /** Of the values that the administrator saw. */
  expectedDigest: string
  reason: string
  /** What shall hold, of what holds. */
  next(values: FlagValues, tx: Transaction): Promise<Result<unknown>>
}

/**
 * Writes the flags and who did it, one administrator at a time. The store is written last before the
 * commit, so that no change goes unrecorded but by a database that fails in that very moment.
 * @returns `conflict` when they are no longer what the administrator saw; its details hold what
 *   stands in the store. `invalid_input` for what would not be obeyed as it is written
 */
export function writeFlags(
  admin: Administrator,
  deps: FlagDeps,
  write: FlagWrite,
): Promise<Result<ChangedFlags>> {
  const { flags } = deps
  if (!flags) return Promise.resolve(failure('wrong_state', { message: readOnly }))
  return transactAsAdministrator(admin, deps, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('portolan.flags'))`)
    try {
      return await writeInTurn(admin, tx, flags, write)
    } catch (error) {
      if (!(error instanceof FlagStorageError)) throw error
      return failure('unavailable', { message: `${error.message}. Nothing was written down.` })
    }
  })
}

const readOnly =
  'No token to write flags is set for this deployment, so they can only be looked at.'

async function writeInTurn(
  admin: Administrator,
  tx: Transaction,
  storage: FlagStorage,
  { expectedDigest, reason, next }: FlagWrite,
): Promise<Result<ChangedFlags>> {
  const stored = await storage.read()
  const { values } = parseFlags(stored)
  if (flagsDigest(values) !== expectedDigest) {
    return failure('conflict', { details: { current: stored ?? null } })
  }
  const made = await next(values, tx)
  if (!made.ok) return made
  const checked = check(made.data)
  if (!checked.ok) return checked
  const digest = flagsDigest(checked.data)
  if (digest === expectedDigest) return failure('wrong_state', { message: nothingNew })
  // What is no flag of ours is left as it is.
  const after = { ...(isObject(stored) && stored), ...checked.data }
  await recordAudit(
    tx,
    { userId: admin.userId },
    {
      action: 'flags.changed',
      subjectType: 'flags',
      subjectId: 'flags',
      detail: { reason, before: stored ?? null, after },
    },
  )
  await storage.write(after)
  return success({ digest })
}

const nothingNew = 'That is what holds already, so nothing was written.'

function check(next: unknown): Result<FlagValues> {
  // What nobody has said is not said by an edit of something else.
  const said = isObject(next) ? Object.entries(next).filter(([, value]) => value !== null) : []
  const { values, problems } = parseFlags(Object.fromEntries(said))
  if (problems.length === 0) return success(values)
  const words = problems.map(({ key, message }) => `${key}: ${message}`).join('; ')
  const message = `This would not be obeyed, so nothing was written. ${words}`
  return failure('invalid_input', { message, fields: { next: words } })
}
