/**
 * Why an upload did not go on. `code` and `message` are the server's where it answered; else one of
 * `network` (nothing answered), `unexpected_answer`, `aborted`, `file_unreadable`, `file_changed`.
 */
export type UploadRefusal = {
  ok: false
  code: string
  message: string
  /** HTTP status, null when there was no answer. */
  status: number | null
  fields?: Record<string, string>
  /** Further facts of the server's error, such as `missing`. */
  details: Record<string, unknown>
}

/** A refusal that did not come from the server. */
export function localRefusal(code: keyof typeof localWords): UploadRefusal {
  return { ok: false, code, message: localWords[code], status: null, details: {} }
}

const localWords = {
  network: 'The connection failed. What was sent is kept: try again to go on from there.',
  aborted: 'The upload was stopped. What was sent is kept.',
  file_unreadable: 'The file cannot be read any more. Choose it again to go on.',
  file_changed:
    'This is not the file that the upload began with. Choose that file, or begin a new import.',
} as const

/**
 * The refusal in a response that is not ok: the project's `{error: {code, message, …}}`, or
 * `unexpected_answer` when something else between here and the server spoke.
 */
export async function readRefusal(response: Response): Promise<UploadRefusal> {
  const error = asObject(asObject(await readJson(response)).error)
  const { code, message, fields, ...details } = error
  if (typeof code !== 'string' || typeof message !== 'string') return unexpected(response.status)
  return {
    ok: false,
    code,
    message,
    status: response.status,
    details,
    ...(fields === undefined ? {} : { fields: stringsOf(fields) }),
  }
}

/** A refusal for an answer that is not what the protocol says. */
export function unexpected(status: number): UploadRefusal {
  const message = `The server gave an answer that was not expected (status ${status}).`
  return { ok: false, code: 'unexpected_answer', message, status, details: {} }
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
