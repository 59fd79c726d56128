import type { IncomingHttpHeaders } from 'node:http'

/**
 * What a browser asks for: a page as a document or as the router's payload, a piece of a page ahead
 * of time, a server action, data, a file of the build, the stream of changes.
 */
export type RequestKind =
  | 'document'
  | 'payload'
  | 'prefetch'
  | 'action'
  | 'data'
  | 'file'
  | 'stream'

/** By what the request says of itself; `path` without its query. */
export function requestKind(path: string, headers: IncomingHttpHeaders): RequestKind {
  if (path.startsWith('/_next/') || /\.\w+$/.test(path)) return 'file'
  if (path.startsWith('/api/live')) return 'stream'
  if (path.startsWith('/api/')) return 'data'
  if (headers['next-action'] !== undefined) return 'action'
  const ahead = ['next-router-prefetch', 'next-router-segment-prefetch']
  if (ahead.some((name) => headers[name] !== undefined)) return 'prefetch'
  return headers.rsc === undefined ? 'document' : 'payload'
}

const rendered: readonly RequestKind[] = ['document', 'payload', 'prefetch', 'action']

/** Whether a page ran for it: what is not modified and what leads elsewhere reached none. */
export function isRender(kind: RequestKind, status: number): boolean {
  const isElsewhere = status > 300 && status < 400
  return rendered.includes(kind) && (!isElsewhere || kind === 'action')
}
