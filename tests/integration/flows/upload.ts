import { expect } from 'vitest'
import type { Scope } from '@/lib/base/scope'
import { completeImport } from '@/lib/domain/imports/commands/complete-import'
import { createImport } from '@/lib/domain/imports/commands/create-import'
import { putPart } from '@/lib/domain/imports/commands/put-part'
import { sha256Of } from '@/lib/domain/imports/content-digest'
import type { CreateImport } from '@/lib/domain/imports/schema'
import type { World } from './world'

/** Who uploads, and what the commands are given. */
type Uploader = Pick<World, 'deps' | 'analyst'>

/** The data of a result that must be a success. */
export function dataOf<T>(result: { ok: true; data: T } | { ok: false; code: string }): T {
  if (!result.ok) expect.fail(`refused with ${result.code}`)
  return result.data
}

export type FileOptions = Partial<Pick<CreateImport, 'name' | 'partSize' | 'dialect' | 'assetType'>>

/** Announces a file and sends none of it. */
export async function announce(
  world: Uploader,
  scope: Scope,
  content: string | Uint8Array,
  { name = 'servers.csv', partSize = 1024 * 1024, ...more }: FileOptions = {},
) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const partCount = Math.max(1, Math.ceil(bytes.length / partSize))
  const parts = Array.from({ length: partCount }, (_, part) =>
    bytes.subarray(part * partSize, (part + 1) * partSize),
  )
  const input = { name, sizeBytes: bytes.length, partCount, partSize, ...more }
  const { importId, flowId } = dataOf(await createImport(scope, world.deps, input))
  return { importId, flowId, parts }
}

/** Sends one part with a digest that fits. */
export function send(
  world: Uploader,
  scope: Scope,
  importId: string,
  part: number,
  bytes: Uint8Array,
) {
  return putPart(scope, world.deps, {
    importId,
    part,
    bytes,
    contentDigest: `sha-256=:${sha256Of(bytes)}:`,
  })
}

/** Sends a whole file and says that it is whole; nothing is driven. */
export async function upload(
  world: Uploader,
  content: string | Uint8Array,
  options: FileOptions & { scope?: Scope } = {},
) {
  const { scope = world.analyst, ...file } = options
  const { importId, flowId, parts } = await announce(world, scope, content, file)
  for (const [part, bytes] of parts.entries()) {
    dataOf(await send(world, scope, importId, part, bytes))
  }
  dataOf(await completeImport(scope, world.deps, { importId }))
  return { importId, flowId }
}
