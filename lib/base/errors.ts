/**
 * The one table of everything that can be refused: code → HTTP status → words for people.
 * Pages, handlers, actions and the command line all take their words from here.
 */
export const errorTable = {
  invalid_input: { status: 422, message: 'Some of what you entered needs a change.' },
  unauthenticated: { status: 401, message: 'Please sign in to go on.' },
  sign_in_failed: { status: 401, message: 'The e-mail address or the password is not right.' },
  account_pending: {
    status: 403,
    message: 'Your account waits for an administrator to approve it.',
  },
  account_disabled: { status: 403, message: 'This account is no longer active.' },
  forbidden: {
    status: 403,
    message: 'Your role does not allow this. Ask an engagement manager if you need it.',
  },
  not_found: { status: 404, message: 'We could not find that. It may have been moved or removed.' },
  method_not_allowed: { status: 405, message: 'This address does not take that kind of request.' },
  conflict: {
    status: 409,
    message: 'Somebody else changed this in the meantime. Look at the newer state and try again.',
  },
  already_exists: { status: 409, message: 'Something with that name is already there.' },
  parts_missing: {
    status: 409,
    message: 'Some parts of the file have not arrived yet. Send the missing parts and try again.',
  },
  wrong_state: { status: 409, message: 'That is not possible in the present state.' },
  last_administrator: {
    status: 409,
    message:
      'Nobody would be left to administer Portolan. Make somebody else an administrator first.',
  },
  precondition_failed: {
    status: 412,
    message: 'This is no longer what you saw. Look at the newer state and try again.',
  },
  body_too_large: { status: 413, message: 'That is larger than one request may be.' },
  unsupported_content: {
    status: 415,
    message: 'The content of the request has a type we do not read.',
  },
  checksum_mismatch: {
    status: 422,
    message: 'A part of the file was damaged on the way. Send it again.',
  },
  empty_file: { status: 422, message: 'The file is empty.' },
  header_only: { status: 422, message: 'The file has a header but no rows.' },
  not_text: { status: 422, message: 'The file is not text. Export it as CSV and try again.' },
  is_image: {
    status: 422,
    message: 'The file is a picture, not a table. Export the table as CSV.',
  },
  is_archive: {
    status: 422,
    message: 'The file is an archive or a workbook. Save the sheet as CSV and try again.',
  },
  invalid_encoding: {
    status: 422,
    message: 'The file has bytes that do not fit its encoding. Choose the encoding and try again.',
  },
  unclosed_quote: {
    status: 422,
    message: 'A quoted cell is never closed, so the rest of the file cannot be read.',
  },
  too_many_columns: { status: 422, message: 'The file has more columns than we read.' },
  cell_too_large: { status: 422, message: 'A cell of the file is larger than we read.' },
  file_too_large: { status: 422, message: 'The file is larger than we read.' },
  identity_missing: {
    status: 422,
    message: 'No column says which machine a row is about. Map a name, an address or an id.',
  },
  file_unreadable: {
    status: 422,
    message: 'The file cannot be read any more. Choose it again to go on.',
  },
  file_changed: {
    status: 422,
    message:
      'This is not the file that the upload began with. Choose that file, or begin a new import.',
  },
  key_reused: {
    status: 422,
    message: 'This was sent before with other content. Reload the page and try again.',
  },
  link_expired: { status: 410, message: 'This link is no longer valid. Ask for a new one.' },
  rate_limited: { status: 429, message: 'Too many tries in a short time. Please wait a moment.' },
  internal: {
    status: 500,
    message: 'Something went wrong on our side. Nothing you entered is lost; please try again.',
  },
  outcome_unknown: {
    status: 504,
    message:
      'We cannot tell whether this was saved: the answer got lost on our side. Look at the present state before you do it again.',
  },
  unavailable: {
    status: 503,
    message: 'A part of the service is not answering. Please try again in a moment.',
  },
  cache_unreachable: {
    status: 503,
    message:
      'Nothing was changed: a part of the service that must know of it is not answering. Please try again in a moment.',
  },
  // What follows the asking side finds out by itself; no server says it.
  offline: {
    status: 503,
    message:
      'You are offline. What you entered is still here; please try again when the connection is back.',
  },
  unreachable: {
    status: 503,
    message: 'We could not reach the service. Check your connection and try again.',
  },
  timed_out: {
    status: 504,
    message: 'This took too long, so we stopped waiting. Please try again.',
  },
  unexpected_answer: {
    status: 502,
    message: 'The answer was not what this page expects. Reload the page and try again.',
  },
  stopped: { status: 499, message: 'This was stopped before it was done.' },
} as const satisfies Record<string, { status: number; message: string }>

/** What a person is told of a change that the caches could not be told of yet. */
export const pendingMessage = 'It is saved. Some pages may show the older state for up to a minute.'

export type ErrorCode = keyof typeof errorTable

/** The words for people of a code. */
export function errorMessage(code: ErrorCode): string {
  return errorTable[code].message
}

/** The HTTP status of a code. */
export function errorStatus(code: ErrorCode): number {
  return errorTable[code].status
}

/** Whether the same may well succeed later. */
export function isPassing(code: ErrorCode): boolean {
  return code === 'rate_limited' || errorStatus(code) >= 500
}
