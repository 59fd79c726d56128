import { failure, type Result, success } from '@/lib/base/result'

const shape = /^"?([\x21\x23-\x7e]{8,128})"?$/

/**
 * The name that a writer gave to a request, so that a second try is known as one; null when it gave
 * none. Quoted as a structured field or plain.
 */
export function readIdempotencyKey(headers: Headers): Result<string | null> {
  const sent = headers.get('idempotency-key')
  if (sent === null) return success(null)
  const key = shape.exec(sent.trim())?.[1]
  if (key !== undefined) return success(key)
  return failure('invalid_input', {
    fields: { 'Idempotency-Key': 'Send 8 to 128 visible characters, such as a UUID.' },
  })
}
