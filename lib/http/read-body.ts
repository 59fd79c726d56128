import { failure, type Result, success } from '@/lib/base/result'

/** The most that a JSON body may hold; bytes. */
export const jsonBodyLimit = 256 * 1024

/**
 * Reads a body and stops when it is too large, whatever its length header claims.
 * @param limit bytes
 * @returns the bytes, or `body_too_large`
 */
export async function readBody(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limit) return failure('body_too_large', { details: { limit } })
  if (!request.body) return success(new Uint8Array())
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > limit) {
      await reader.cancel()
      return failure('body_too_large', { details: { limit } })
    }
    chunks.push(next.value)
  }
  return success(new Uint8Array(Buffer.concat(chunks)))
}

/**
 * Reads a JSON body; an absent one is undefined.
 * @returns `body_too_large`, `unsupported_content` when it is not said to be JSON, or
 *   `invalid_input` when it is none
 */
export async function readJson(request: Request, limit = jsonBodyLimit): Promise<Result<unknown>> {
  const body = await readBody(request, limit)
  if (!body.ok) return body
  if (body.data.byteLength === 0) return success(undefined)
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(\w+\+)?json\b/i.test(type)) return failure('unsupported_content')
  try {
    return success(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.data)))
  } catch {
    return failure('invalid_input', { message: 'The body of the request is not valid JSON.' })
  }
}
