import 'server-only'
import { newerStateOf } from '@/lib/base/conflict'
import { type Failure, failure, type Result } from '@/lib/base/result'
import { decideConditions } from '@/lib/http/conditional'
import { entityTagOfVersion, printEntityTag } from '@/lib/http/entity-tag'
import { failureResponse } from '@/lib/http/failure-response'
import { seenVersionOf } from '@/lib/http/if-match'
import { successResponse } from './success-response'

/** An edit's body with the version that the caller saw; If-Match goes before the body's own. */
export function withSeenVersion(request: Request, body: unknown): unknown {
  const ifMatch = request.headers.get('if-match')
  if (ifMatch === null) return body
  return { ...(typeof body === 'object' ? body : {}), version: seenVersionOf(ifMatch) }
}

/** What is no edit of something versioned keeps no promise that the caller makes it depend on. */
export function refuseGuard({ method, headers }: Request): Failure | null {
  const decision = decideConditions(method, headers, { existence: 'unknown', etag: null })
  return decision === 'preconditionFailed' ? failure('precondition_failed') : null
}

/**
 * The answer to an edit: a change says its new version as ETag; a conflict the newer state with its
 * ETag, and is a 412 when the caller asked by If-Match.
 */
export function answerEdit(
  request: Request,
  outcome: Response | Result<object>,
  status?: number,
): Response | Result<object> {
  if (outcome instanceof Response) return outcome
  if (outcome.ok) {
    const { data } = outcome
    const version = 'version' in data && typeof data.version === 'number' ? data.version : null
    return successResponse(outcome, { status, headers: version === null ? {} : etagOf(version) })
  }
  const newer = newerStateOf(outcome)
  if (outcome.code !== 'conflict' || newer === null) return outcome
  const asked = request.headers.has('if-match')
  const { details } = outcome
  const refusal = asked ? failure('precondition_failed', { details }) : outcome
  return failureResponse(refusal, etagOf(newer.version))
}

function etagOf(version: number): Record<string, string> {
  return { ETag: printEntityTag(entityTagOfVersion(version)) }
}
