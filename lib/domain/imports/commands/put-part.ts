import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { dataImports, uploadParts } from '@/db/schema'
import { failure, type Result, success } from '@/lib/base/result'
import type { EngagementKey, Scope } from '@/lib/base/scope'
import { type CommandDeps, transact } from '@/lib/write/transact'
import { sha256Of, statedSha256 } from '../content-digest'
import { sizeOfPart } from '../file-in-parts'

export interface PutPart {
  importId: string
  /** From 0. */
  part: number
  bytes: Uint8Array
  /** What the sender states, as the header `Content-Digest` does. */
  contentDigest: string | null
}

export interface PartReceived {
  part: number
  received: true
}

/**
 * Keeps one part of a file, in any order and as often as it is sent. Fails with `not_found`,
 * `checksum_mismatch`, `invalid_input` (no digest, or not the part's size), `conflict` (other bytes came
 * under the same number) or `wrong_state` (the file is complete). Writes no line of the audit log
 * of its own: the import's creation and completion are there.
 */
export function putPart(
  scope: Scope,
  deps: CommandDeps,
  input: PutPart,
): Promise<Result<PartReceived>> {
  return transact(scope, deps, async (tx) => {
    const sha256 = sha256Of(input.bytes)
    const upload = await lockUpload(tx, scope, input.importId)
    if (upload === undefined || input.part >= upload.partCount) return failure('not_found')
    const stated = statedSha256(input.contentDigest)
    if (stated === null) return failure('invalid_input', { message: digestMissing })
    if (stated !== sha256) return failure('checksum_mismatch')
    if (input.bytes.length !== sizeOfPart(upload, input.part)) {
      return failure('invalid_input', { message: 'The part does not have the announced size.' })
    }
    const received = success({ part: input.part, received: true as const })
    const known = await knownDigest(tx, input)
    if (known === sha256) return received
    if (known !== undefined) {
      return failure('conflict', { message: 'Other bytes have arrived under this part number.' })
    }
    if (upload.status !== 'uploading') {
      return failure('wrong_state', { message: 'This file has been received already.' })
    }
    const written = await tx
      .insert(uploadParts)
      .values({
        dataImportId: input.importId,
        partNumber: input.part,
        clientAccountId: scope.clientId,
        engagementId: scope.engagementId,
        sha256,
        bytes: input.bytes,
        receivedAt: deps.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ part: uploadParts.partNumber })
    if (written.length > 0 || (await knownDigest(tx, input)) === sha256) return received
    return failure('conflict', { message: 'Other bytes have arrived under this part number.' })
  })
}

const digestMissing = 'The part came without a Content-Digest of the kind sha-256.'

type Upload = { status: string; partCount: number; partSize: number; sizeBytes: number }

/** Shared, so that parts arrive side by side and completion waits for them. */
async function lockUpload(
  tx: Transaction,
  key: EngagementKey,
  importId: string,
): Promise<Upload | undefined> {
  const [upload] = await tx
    .select({
      status: dataImports.status,
      partCount: dataImports.partCount,
      partSize: dataImports.partSize,
      sizeBytes: dataImports.sizeBytes,
    })
    .from(dataImports)
    .where(and(eq(dataImports.id, importId), eq(dataImports.engagementId, key.engagementId)))
    .for('share')
  return upload
}

async function knownDigest(tx: Transaction, input: PutPart): Promise<string | undefined> {
  const [part] = await tx
    .select({ sha256: uploadParts.sha256 })
    .from(uploadParts)
    .where(
      and(eq(uploadParts.dataImportId, input.importId), eq(uploadParts.partNumber, input.part)),
    )
  return part?.sha256
}
