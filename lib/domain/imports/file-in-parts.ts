import { and, asc, eq, lt, type SQLWrapper, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { assetIssues, dataImports, rawRows, uploadParts } from '@/db/schema'
import type { DecoderState } from '@/lib/delimited/decoder'
import type { StepContext } from '@/lib/domain/flows/executor'

export type DataImport = typeof dataImports.$inferSelect

/** Locks the import of a step. */
export async function findImport(tx: Transaction, context: StepContext): Promise<DataImport> {
  const [file] = await tx
    .select()
    .from(dataImports)
    .where(
      and(
        eq(dataImports.id, context.dataImportId),
        eq(dataImports.engagementId, context.scope.engagementId),
      ),
    )
    .for('update')
  if (file === undefined) throw new Error('The import of the flow is not there.')
  return file
}

/** Bytes in a part by its number, from 0. All parts are full but the last. */
export function sizeOfPart(file: { partSize: number; sizeBytes: number }, number: number): number {
  return Math.min(file.partSize, file.sizeBytes - number * file.partSize)
}

/**
 * Some bytes of an unread part; null when it is not there any more.
 * @param number of the part, from 0
 * @param length bytes at most
 */
export async function findBytes(
  tx: Transaction,
  file: DataImport,
  number: number,
  offset: number,
  length: number,
): Promise<Uint8Array | null> {
  const bytes = sql`substring(${uploadParts.bytes} from ${offset + 1} for ${length})`
  const [part] = await tx
    .select({ base64: inBase64(bytes) })
    .from(uploadParts)
    .where(and(eq(uploadParts.dataImportId, file.id), eq(uploadParts.partNumber, number)))
  return part === undefined ? null : Buffer.from(part.base64, 'base64')
}

/** A third shorter than the digits by which a driver is sent bytes. */
function inBase64(bytes: SQLWrapper) {
  return sql<string>`encode(${bytes}, 'base64')`
}

/**
 * The file's first bytes, from as many parts as it takes.
 * @param length bytes at most
 */
export async function findBeginning(
  tx: Transaction,
  file: DataImport,
  length: number,
): Promise<Uint8Array> {
  const parts = await tx
    .select({ base64: inBase64(sql`substring(${uploadParts.bytes} for ${length})`) })
    .from(uploadParts)
    .where(
      and(
        eq(uploadParts.dataImportId, file.id),
        lt(uploadParts.partNumber, Math.ceil(length / file.partSize)),
      ),
    )
    .orderBy(asc(uploadParts.partNumber))
  return Buffer.concat(parts.map(({ base64 }) => Buffer.from(base64, 'base64'))).subarray(0, length)
}

/**
 * Keeps where the decoder stands, and drops the parts that were read.
 * @param parsed how many parts are read by now
 */
export async function saveProgress(
  tx: Transaction,
  context: StepContext,
  file: DataImport,
  state: DecoderState,
  parsed: number,
): Promise<void> {
  const last = parsed === file.partCount
  await tx
    .update(dataImports)
    .set({
      dialect: state.dialect,
      headers: state.columns?.map((column) => column.header) ?? null,
      decoderState: last ? null : state,
      partsParsed: parsed,
      rowCount: state.records,
      ...(last && { status: 'parsed', version: sql`${dataImports.version} + 1` }),
      updatedAt: context.now,
    })
    .where(eq(dataImports.id, file.id))
  await tx
    .delete(uploadParts)
    .where(and(eq(uploadParts.dataImportId, file.id), lt(uploadParts.partNumber, parsed)))
}

/** Nothing of a file that cannot be read stays: it is corrected and imported again. */
export async function discardFile(
  tx: Transaction,
  { dataImportId, now }: StepContext,
): Promise<void> {
  await tx.delete(rawRows).where(eq(rawRows.dataImportId, dataImportId))
  await tx.delete(assetIssues).where(eq(assetIssues.dataImportId, dataImportId))
  await tx.delete(uploadParts).where(eq(uploadParts.dataImportId, dataImportId))
  await tx
    .update(dataImports)
    .set({
      status: 'failed',
      rowCount: 0,
      decoderState: null,
      version: sql`${dataImports.version} + 1`,
      updatedAt: now,
    })
    .where(eq(dataImports.id, dataImportId))
}
