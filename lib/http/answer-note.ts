import type { HeaderPath } from './cache-control'

/** What was found out about an answer before its handler ran. */
export interface AnswerNote {
  path: HeaderPath
  /** The validator as it is printed; null when there is none. */
  etag: string | null
}

const [pathHeader, validatorHeader] = ['x-portolan-caching', 'x-portolan-validator']

/** As validators are printed; what else came in may be anybody's words. */
const validatorText = /^W\/"[\w-]{22}"$/

/**
 * Hands on what a handler's good answer may say of itself. Its refusals must not, so only the
 * handler can set these headers. Whatever the asker sent under these names is gone.
 * @param note null when nothing is known
 */
export function writeAnswerNote(headers: Headers, note: AnswerNote | null): void {
  headers.delete(pathHeader)
  headers.delete(validatorHeader)
  if (!note) return
  headers.set(pathHeader, note.path)
  if (note.etag !== null) headers.set(validatorHeader, note.etag)
}

/** @returns null when nothing was handed on */
export function readAnswerNote(headers: Headers): AnswerNote | null {
  const path = headers.get(pathHeader)
  if (path !== 'new' && path !== 'legacy') return null
  const etag = headers.get(validatorHeader)
  return { path, etag: etag !== null && validatorText.test(etag) ? etag : null }
}
