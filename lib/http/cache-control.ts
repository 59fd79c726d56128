/** Who may keep an answer of a route, and for how long without asking. */
export type Caching =
  /**
   * The asking person's browser, which asks every time whether it is still so.
   * `legacySeconds`: how long it did not ask in the old system; null when it kept nothing.
   */
  | { kind: 'personal'; legacySeconds: number | null }
  /** Everybody on the way; after `sharedSeconds` shown for `staleSeconds` more while it is renewed. */
  | { kind: 'public'; sharedSeconds: number; staleSeconds: number }
  | { kind: 'never' }

/**
 * `legacy`: as the old system answered, by time alone; for a route of which any read may serve what
 * is older than its facts' versions.
 */
export type HeaderPath = 'new' | 'legacy'

/** How long the old system let browsers keep what they had, by what it showed; seconds. */
export const legacySeconds = {
  context: 300,
  clients: 300,
  engagements: 300,
  users: 60,
  mappings: 120,
} as const

/** Of redirects, errors, sign-in and everything that writes. */
export const noStore = 'private, no-store'

/** Of files whose names change with their content. */
export const immutable = 'public, max-age=31536000, immutable'

/** The Cache-Control of a route's good answer: RFC 9111, section 5.2.2, and RFC 5861, section 3. */
export function cacheControl(caching: Caching, path: HeaderPath): string {
  switch (caching.kind) {
    case 'never':
      return noStore
    case 'public':
      return `public, s-maxage=${caching.sharedSeconds}, stale-while-revalidate=${caching.staleSeconds}`
    case 'personal':
      if (path === 'new') return 'private, no-cache'
      return caching.legacySeconds === null ? noStore : `private, max-age=${caching.legacySeconds}`
  }
}
