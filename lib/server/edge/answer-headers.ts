import 'server-only'
import { readAnswerNote } from '@/lib/http/answer-note'
import { cacheControl, noStore } from '@/lib/http/cache-control'
import { routes } from './routes'

/** What a handler's good answer says of how it may be kept, as it was found out before it ran. */
export function answerHeaders({ method, url, headers }: Request): Record<string, string> {
  const isRead = method === 'GET' || method === 'HEAD'
  const note = isRead ? readAnswerNote(headers) : null
  const route = note && routes.find(new URL(url).pathname)
  if (!note || !route) return { 'Cache-Control': noStore }
  return {
    'Cache-Control': cacheControl(route.caching, note.path),
    // The framework adds its own.
    Vary: 'Cookie',
    ...(note.etag !== null && { ETag: note.etag }),
  }
}
