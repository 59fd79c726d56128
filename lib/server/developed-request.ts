import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { requestIdHeader } from '@/lib/http/requested-path'

/** The id of the request that is answered, where developers look on; null in production. */
export async function developedRequest(): Promise<string | null> {
  const { NODE_ENV, VERCEL_ENV } = env()
  if (NODE_ENV !== 'development' && VERCEL_ENV !== 'preview') return null
  return (await headers()).get(requestIdHeader)
}
