/** A request of this page whose answer named itself. */
export interface SeenRequest {
  id: string
  method: string
  path: string
  status: number | null
  /** The header Cache-Status; null where there is none. */
  cacheStatus: string | null
}

const idHeader = 'x-request-id'

/**
 * Hears of every answer of this site that the page fetches from now on, by standing before the
 * browser's own fetch: navigation has no event that shows an answer's headers.
 * @returns ends it
 */
export function watchRequests(onAnswer: (request: SeenRequest) => void): () => void {
  const original = window.fetch
  const watching: typeof fetch = async (input, init) => {
    const answer = await original.call(window, input, init)
    const id = answer.headers.get(idHeader)
    const url = new URL(answer.url || location.href, location.href)
    if (id !== null && url.origin === location.origin && !isTrace(url) && !isPrefetch(init)) {
      onAnswer({
        id,
        method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
        path: url.pathname,
        status: answer.status,
        cacheStatus: answer.headers.get('cache-status'),
      })
    }
    return answer
  }
  window.fetch = watching
  return () => {
    // Somebody may stand before this by now.
    if (window.fetch === watching) window.fetch = original
  }
}

/** What is fetched ahead is not what the page shows. */
function isPrefetch(init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers)
  return headers.has('next-router-prefetch') || headers.has('next-router-segment-prefetch')
}

function isTrace({ pathname }: URL): boolean {
  return /^\/api\/requests\/[^/]+\/reads$/.test(pathname)
}
