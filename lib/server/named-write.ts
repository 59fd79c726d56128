import 'server-only'
import { createHash } from 'node:crypto'
import { type Result, success } from '@/lib/base/result'
import type { Scope } from '@/lib/base/scope'
import { readIdempotencyKey } from '@/lib/http/idempotency-key'
import { isSafe } from '@/lib/http/same-origin'
import type { NamedWrite } from '@/lib/write/once'

/**
 * The write that a request asks for, as its sender named it; null when it has no name or writes
 * nothing.
 * @param input what the request says, as it was understood
 */
export function namedWrite(
  request: Request,
  { userId, engagementId }: Scope,
  input: unknown,
): Result<NamedWrite | null> {
  if (isSafe(request.method)) return success(null)
  const key = readIdempotencyKey(request.headers)
  if (!key.ok) return key
  if (key.data === null) return success(null)
  const { pathname } = new URL(request.url)
  const address = `${request.method} ${pathname}`
  const bodyDigest = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return success({ userId, engagementId, address, key: key.data, bodyDigest })
}
