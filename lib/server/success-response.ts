import 'server-only'
import type { Success } from '@/lib/base/result'
import { noStore } from '@/lib/http/cache-control'

/** The data as it is; a change that some caches have not heard of yet says so beside it. */
export function successResponse(
  { data, invalidation }: Success<object>,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json(invalidation ? { ...data, invalidation } : data, {
    status,
    headers: { 'Cache-Control': noStore, ...headers },
  })
}
