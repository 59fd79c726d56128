import { errorStatus } from '@/lib/base/errors'
import type { Failure } from '@/lib/base/result'

/** The one shape of a refusal: `{error: {code, message, fields?, …details}}` with its status. */
export function failureResponse(failure: Failure, headers: Record<string, string> = {}): Response {
  const { code, message, fields, details } = failure
  return Response.json(
    { error: { ...details, code, message, ...(fields ? { fields } : {}) } },
    { status: errorStatus(code), headers: { 'Cache-Control': 'private, no-store', ...headers } },
  )
}
