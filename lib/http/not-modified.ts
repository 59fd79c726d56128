import { type EntityTag, printEntityTag } from './entity-tag'

/** What a 304 repeats of the answer that it stands for. */
export interface Repeated {
  etag: EntityTag
  cacheControl: string
  vary: string
  cacheStatus: string
  date: Date
}

/**
 * The answer "your copy is the present one": RFC 9110, section 15.4.5. It has no body, sets no
 * cookie and no policy: a header that is sent with it replaces the kept answer's own (RFC 9111,
 * section 3.2), and a document's Content-Security-Policy belongs to its nonces.
 */
export function notModified({ etag, cacheControl, vary, cacheStatus, date }: Repeated): Response {
  return new Response(null, {
    status: 304,
    headers: {
      'Cache-Control': cacheControl,
      'Cache-Status': cacheStatus,
      Date: date.toUTCString(),
      ETag: printEntityTag(etag),
      Vary: vary,
    },
  })
}
