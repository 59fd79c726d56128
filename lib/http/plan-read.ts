import { failure } from '@/lib/base/result'
import { cacheControl, type HeaderPath } from './cache-control'
import { statusOfPath, statusOfValidator } from './cache-status'
import { type Decision, decideConditions } from './conditional'
import { type EntityTag, printEntityTag } from './entity-tag'
import { failureResponse } from './failure-response'
import { notModified } from './not-modified'
import { answerVary, type Representation } from './representation'
import type { Route } from './route-policy'
import type { Validator } from './validator'

interface AskedRead {
  method: string
  headers: Headers
  route: Pick<Route<unknown>, 'caching' | 'answers304'>
  representation: Representation
  path: HeaderPath
  validator: Validator
  /** Whether the answer will be a good one, as far as anybody can know before it is made. */
  isThere: boolean
  now: Date
}

export type ReadPlan =
  | { kind: 'answer'; response: Response }
  /** The handler runs; these belong to its answer if that is a good one, and to no other. */
  | { kind: 'proceed'; headers: Record<string, string>; etag: EntityTag | null }

/**
 * What becomes of a GET or HEAD whose asker is let in and whose validator was made: an answer in its
 * handler's place, or the headers that the handler's answer gets.
 */
export function planRead(asked: AskedRead): ReadPlan {
  const { route, path, validator } = asked
  const common = {
    'Cache-Control': cacheControl(route.caching, path),
    Vary: answerVary,
  }
  const proceed = (status: string, etag: EntityTag | null): ReadPlan => ({
    kind: 'proceed',
    headers: { ...common, 'Cache-Status': status, ...(etag && { ETag: printEntityTag(etag) }) },
    etag,
  })
  if (path === 'legacy') return proceed(statusOfPath('legacy'), null)
  // Nobody waits for what is fetched ahead, so it is not worth a look at versions.
  if (route.answers304 === 'never' || asked.representation.kind === 'prefetch') {
    return proceed(statusOfPath('unvalidated'), null)
  }
  if (validator.etag === null) return proceed(statusOfValidator('unasked', validator.why), null)
  switch (decide(asked, validator.etag)) {
    case 'preconditionFailed':
      return { kind: 'answer', response: failureResponse(failure('precondition_failed')) }
    case 'notModified':
      return {
        kind: 'answer',
        response: notModified({
          etag: validator.etag,
          cacheControl: common['Cache-Control'],
          vary: common.Vary,
          cacheStatus: statusOfValidator('notModified'),
          date: asked.now,
        }),
      }
    case 'proceed': {
      const outcome = asked.headers.has('if-none-match') ? 'changed' : 'unasked'
      return proceed(statusOfValidator(outcome), validator.etag)
    }
  }
}

function decide({ method, headers, isThere }: AskedRead, etag: EntityTag): Decision {
  return decideConditions(method, headers, { existence: isThere ? 'present' : 'unknown', etag })
}
