import { errorStatus } from '@/lib/base/errors'
import type { Failure } from '@/lib/base/result'
import { noStore } from './cache-control'

/** Seconds after which what was unavailable may be asked for again: a part restarts within them. */
const restart = 5

/** The one shape of a refusal: `{error: {code, message, fields?, …details}}` with its status. */
export function failureResponse(failure: Failure, headers: Record<string, string> = {}): Response {
  const { code, message, fields, details } = failure
  const status = errorStatus(code)
  return Response.json(
    { error: { ...details, code, message, ...(fields ? { fields } : {}) } },
    {
      status,
      headers: {
        'Cache-Control': noStore,
        ...retryAfter(status, details),
        ...headers,
      },
    },
  )
}

/** When to ask again, as the refusal says or as a restart takes; of other refusals nothing. */
function retryAfter(status: number, details: Failure['details']): Record<string, string> {
  if (status !== 503 && status !== 429) return {}
  const seconds = typeof details?.retryAfter === 'number' ? details.retryAfter : restart
  return { 'Retry-After': String(seconds) }
}
