import { type ErrorCode, errorTable } from '@/lib/base/errors'
import { type Failure, failure } from '@/lib/base/result'

/**
 * The refusal in a response that is not ok: the project's `{error: {code, message, …}}`, or what its
 * status means when something else between here and the server spoke.
 */
export async function readRefusal(response: Response): Promise<Failure> {
  const error = asObject(asObject(await readJson(response)).error)
  const { code, message, fields, ...details } = error
  if (typeof code !== 'string' || typeof message !== 'string') return ofStatus(response.status)
  return failure(isKnown(code) ? code : ofStatus(response.status).code, {
    message,
    ...(fields === undefined ? {} : { fields: stringsOf(fields) }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  })
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(errorTable, code)
}

const meanings: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timed_out',
  409: 'conflict',
  412: 'precondition_failed',
  413: 'body_too_large',
  415: 'unsupported_content',
  422: 'invalid_input',
  429: 'rate_limited',
  504: 'timed_out',
}

function ofStatus(status: number): Failure {
  return failure(meanings[status] ?? (status >= 500 ? 'unavailable' : 'unexpected_answer'))
}

/** The body as JSON, undefined when it is none. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The value's own fields, none when it is no object. */
export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function stringsOf(value: unknown): Record<string, string> {
  const strings = Object.entries(asObject(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(strings)
}
