import { type Failure, failure } from '@/lib/base/result'
import type { ImportApi } from './import-api'
import type { UploadSource } from './source'

/** Two keep the network busy while the other is hashed; more only costs memory. */
const AT_ONCE = 2

type Batch = {
  api: ImportApi
  source: UploadSource
  importId: string
  partSize: number
  /** Numbers of the parts to send, from 0. */
  parts: readonly number[]
  /** Ends requests and pauses under way, called at the first refusal. */
  stopOthers: () => void
}

/**
 * Sends parts, two at a time. The first refusal ends the others.
 * @param onSent called with the bytes of each part that arrived
 */
export async function sendParts(
  batch: Batch,
  onSent: (bytes: number) => void,
): Promise<{ ok: true } | Failure> {
  const waiting = batch.parts.values()
  const refusals: Failure[] = []
  const lane = async () => {
    for (const part of waiting) {
      if (refusals.length > 0) return
      const sent = await sendPart(batch, part)
      if (sent.ok) onSent(sent.bytes)
      else {
        refusals.push(sent)
        batch.stopOthers()
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return refusals[0] ?? { ok: true }
}

async function sendPart(
  { api, source, importId, partSize }: Batch,
  part: number,
): Promise<{ ok: true; bytes: number } | Failure> {
  const from = part * partSize
  const to = Math.min(source.size, from + partSize)
  const bytes = await read(source, from, to)
  if (bytes === null) return failure('file_unreadable')
  const sent = await api.putPart(importId, part, bytes)
  return sent.ok ? { ok: true, bytes: bytes.length } : sent
}

/** Null when the file was changed, moved or taken away since it was chosen. */
async function read(
  source: UploadSource,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = await source.slice(from, to)
    return bytes.length === to - from ? bytes : null
  } catch {
    return null
  }
}
