import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import * as z from 'zod'
import { failure, type Result, success } from '@/lib/base/result'
import type { Capability } from '@/lib/base/roles'
import type { Scope } from '@/lib/base/scope'
import type { ReadFact } from '@/lib/cache/cache'
import type { LimitName } from '@/lib/domain/protection/limits'
import { engagementAt } from '@/lib/domain/tenancy/reads'
import { userContext } from '@/lib/domain/users/reads'
import { env } from '@/lib/env'
import { failureResponse } from '@/lib/http/failure-response'
import { jsonBodyLimit, readJson } from '@/lib/http/read-body'
import { readHeaders } from '@/lib/http/read-headers'
import { printReadTags, readTagsHeader } from '@/lib/http/read-tags-header'
import { isSafe, isSameOrigin } from '@/lib/http/same-origin'
import type { CommandDeps } from '@/lib/write/transact'
import { answerEdit, refuseGuard, withSeenVersion } from './answer-edit'
import { commandDeps } from './command-deps'
import { answerHeaders } from './edge/answer-headers'
import { traceReads } from './edge/request-trace'
import { enterFor } from './enter'
import { limitRate } from './limit-rate'
import { namedWrite } from './named-write'
import { parseInput } from './parse-input'
import { read } from './read'
import { reportUnexpected } from './report-unexpected'
import { requestReads, withRequestReads } from './request-reads'
import { successResponse } from './success-response'

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

interface RouteOptions<P, Q, B> {
  capability: Capability
  /**
   * How often a person may ask; `commands` for what writes, unless it is said. Null where what is
   * written has bounds of its own.
   */
  limit?: LimitName | null
  /** Shape of the path's parameters besides client and engagement; one that is not met is a 404. */
  params?: P
  query?: Q
  /** Shape of a JSON body; without it the body is left unread for the handler. */
  body?: B
  /** Bytes of a JSON body at most. */
  bodyLimit?: number
  /** An edit: its body's `version` is what the caller saw, and If-Match may say it instead. */
  versioned?: boolean
  /** Sent again it changes nothing, so that a name for it is of no use; it may be large, too. */
  repeatable?: boolean
  /** The status of a success; 200 unless said. */
  status?: number
}

export interface RouteContext<P, Q, B> {
  scope: Scope
  deps: CommandDeps
  read: typeof read
  input: { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }
  request: Request
}

/** What stands in the places of a path's names. */
export type PathValues = Record<string, string | string[] | undefined>
export type RouteHandler = (
  request: Request,
  context: { params: Promise<PathValues> },
) => Promise<Response>

/**
 * Makes a route handler of an engagement: origin → session → engagement → capability → limit →
 * parse → handle. What is written under an `Idempotency-Key` is written once. A handler answers with a Response or with a Result, which becomes JSON: the data as it
 * is, or the error envelope. Unexpected errors are logged once and answered with a reference.
 */
export function defineRoute<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  options: RouteOptions<P, Q, B>,
  handle: (context: RouteContext<P, Q, B>) => Promise<Response | Result<object>>,
): RouteHandler {
  return (request, { params }) =>
    answer(request, options.status, async () => {
      const path = await params
      const { client, engagement } = path
      const address = { client: String(client), engagement: String(engagement) }
      const scope = await enterFor(address, options.capability)
      if (!scope.ok) return scope
      const turn = await takeTurnOf(options.limit, request, scope.data)
      if (!turn.ok) return turn
      const input = await parseRequest(options, path, request)
      if (!input.ok) return input
      const refused = options.versioned ? null : refuseGuard(request)
      if (refused) return refused
      const write = namedWrite(request, scope.data, input.data)
      if (!write.ok) return write
      const outcome = await handle({
        scope: scope.data,
        deps: commandDeps(options.repeatable ? null : write.data),
        read,
        input: input.data,
        request,
      })
      return options.versioned ? answerEdit(request, outcome, options.status) : outcome
    })
}

/** What only reads has no limit unless it is said. */
async function takeTurnOf(
  limit: LimitName | null | undefined,
  request: Request,
  { userId }: Scope,
): Promise<Result<null>> {
  const name = limit === undefined && !isSafe(request.method) ? 'commands' : limit
  return name ? limitRate(name, userId) : success(null)
}

const fromAnotherSite = 'This request was sent by another site, so nothing was done.'

/** What every handler's answer has in common, whoever may ask. */
export async function answer(
  request: Request,
  status: number | undefined,
  work: () => Promise<Response | Result<object>>,
): Promise<Response> {
  try {
    if (!isSameOrigin(request.method, request.headers, env().APP_URL)) {
      return failureResponse(failure('forbidden', { message: fromAnotherSite }))
    }
    const { outcome, reads } = await withRequestReads(async () => {
      const reads = requestReads()
      traceReads(request.headers, reads)
      return { outcome: await work(), reads }
    })
    if (outcome instanceof Response) return outcome
    const headers = readHeaders(reads.facts())
    if (!outcome.ok) return failureResponse(outcome, headers)
    return successResponse(outcome, {
      status,
      headers: { ...headers, ...tagsOfAnswer(request, reads.facts()), ...answerHeaders(request) },
    })
  } catch (error) {
    unstable_rethrow(error)
    const { pathname } = new URL(request.url)
    return failureResponse(reportUnexpected(`${request.method} ${pathname}`, error))
  }
}

/** What is read on the way in changes nothing of an answer but whether it is given. */
const onTheWayIn = [userContext, engagementAt].map(({ name }) => name)

/** Which changes make an answer old, for the browser that holds it. */
function tagsOfAnswer({ method }: Request, facts: readonly ReadFact[]): Record<string, string> {
  if (!isSafe(method)) return {}
  const tags = facts.filter(({ read }) => !onTheWayIn.includes(read)).flatMap((fact) => fact.tags)
  return tags.length === 0 ? {} : { [readTagsHeader]: printReadTags(tags) }
}

async function parseRequest<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
>(
  options: RouteOptions<P, Q, B>,
  path: Record<string, string | string[] | undefined>,
  request: Request,
): Promise<Result<RouteContext<P, Q, B>['input']>> {
  const params = parseInput(options.params ?? z.undefined(), options.params ? path : undefined)
  if (!params.ok) return failure('not_found')
  const query = parseInput(
    options.query ?? z.undefined(),
    options.query ? queryValues(new URL(request.url).searchParams) : undefined,
  )
  if (!query.ok) return query
  const json = options.body ? await readJson(request, options.bodyLimit ?? jsonBodyLimit) : null
  if (json && !json.ok) return json
  const given = options.versioned ? withSeenVersion(request, json?.data) : json?.data
  const body = parseInput(options.body ?? z.undefined(), given)
  if (!body.ok) return body
  const input = { params: params.data, query: query.data, body: body.data }
  return { ok: true, data: input as RouteContext<P, Q, B>['input'] }
}

/** A query as an object: an array where a name came more than once. */
function queryValues(query: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(query.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const all = query.getAll(name)
      return [name, all.length === 1 ? (all[0] ?? '') : all]
    }),
  )
}
