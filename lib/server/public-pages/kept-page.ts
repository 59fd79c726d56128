import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache'
import type { IncrementalCacheValue } from 'next/dist/server/response-cache'

/** A page as Next hands it over to be kept. */
export type Rendered = Exclude<CacheHandlerValue['value'], null>
export type CacheControl = CacheHandlerValue['cacheControl']

type AppPage = Extract<IncrementalCacheValue, { segmentData: unknown }>

/** A page as plain JSON; bytes are base64. */
interface KeptPage {
  html: string
  rsc: string | null
  status: number | null
  headers: Record<string, string | string[]>
  segments: [path: string, bytes: string][]
  renderedAt: number
  revalidate: number | false
  expire: number | null
}

const kind = 'APP_PAGE' as AppPage['kind']

export function isAppPage(value: Rendered): value is AppPage {
  return value.kind === kind
}

/** What Next notes of a page besides the facts that we declare: its path and its layouts. */
const implicitTag = '_N_T_'

/** The facts that the page's reads named while it was rendered. */
export function tagsOfPage({ headers }: AppPage): string[] {
  const noted = headers?.['x-next-cache-tags']
  if (typeof noted !== 'string') return []
  return noted.split(',').filter((tag) => tag !== '' && !tag.startsWith(implicitTag))
}

/** @param renderedAt milliseconds since 1970 */
export function packPage(
  page: AppPage,
  cacheControl: CacheControl,
  renderedAt: number,
): KeptPage | null {
  // What was begun only, and what is no page but a refusal, is rendered again.
  if (page.postponed !== undefined || (page.status ?? 200) !== 200) return null
  const headers = Object.entries(page.headers ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value] as const],
  )
  return {
    html: page.html,
    rsc: page.rscData?.toString('base64') ?? null,
    status: page.status ?? null,
    headers: Object.fromEntries(headers),
    segments: [...(page.segmentData ?? [])].map(([path, bytes]) => [
      path,
      bytes.toString('base64'),
    ]),
    renderedAt,
    revalidate: cacheControl?.revalidate ?? false,
    expire: cacheControl?.expire ?? null,
  }
}

/** @param value what `packPage` made; the seal of the cache's codec vouches for it */
export function unpackPage(value: unknown): CacheHandlerValue {
  const page = value as KeptPage
  const segments = page.segments.map(
    ([path, bytes]) => [path, Buffer.from(bytes, 'base64')] as const,
  )
  return {
    lastModified: page.renderedAt,
    cacheControl: { revalidate: page.revalidate, expire: page.expire ?? undefined },
    value: {
      kind,
      html: page.html,
      rscData: page.rsc === null ? undefined : Buffer.from(page.rsc, 'base64'),
      headers: page.headers,
      postponed: undefined,
      status: page.status ?? undefined,
      segmentData: new Map(segments),
    },
  }
}
