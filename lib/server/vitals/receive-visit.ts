import 'server-only'
import { failure, type Result, success } from '@/lib/base/result'
import type { UserContext } from '@/lib/domain/users/schema'
import { visitSchema } from '@/lib/domain/vitals/schema'
import { readJson } from '@/lib/http/read-body'
import { container } from '../container'
import { routeEntries } from '../edge/routes'
import { limitRate } from '../limit-rate'
import { parseInput } from '../parse-input'

/** Bytes of what a browser says of a visit at most. */
const bodyLimit = 2048

const patterns = new Set(routeEntries.map(({ pattern }) => pattern))

/**
 * Counts what a browser says of a visit, under the pattern of its page. Who it was is asked so that
 * nobody else adds to the counts; it is not kept.
 * @returns `rate_limited`, `body_too_large`, `unsupported_content` or `invalid_input`
 */
export async function receiveVisit(
  request: Request,
  { userId }: Pick<UserContext, 'userId'>,
): Promise<Result<object>> {
  const turn = await limitRate('vitals', userId)
  if (!turn.ok) return turn
  const body = await readJson(request, bodyLimit)
  if (!body.ok) return body
  const visit = parseInput(visitSchema, body.data)
  if (!visit.ok) return visit
  if (!patterns.has(visit.data.route)) {
    return failure('invalid_input', { fields: { route: 'is no page of ours' } })
  }
  container().vitals.record(visit.data)
  return success({})
}
