import { LazyDeveloperBar } from '@/components/developer-bar/lazy-developer-bar'
import { developedRequest } from '@/lib/server/developed-request'

/** In previews and in development a bar with what the page has read; in production nothing. */
export async function DeveloperTools() {
  const requestId = await developedRequest()
  return requestId === null ? null : <LazyDeveloperBar requestId={requestId} />
}
