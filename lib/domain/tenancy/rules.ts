/**
 * First parts of addresses that are not a client account's: the site's own pages and those of the
 * API. A test holds them against the routes.
 */
export const reservedSlugs: readonly string[] = [
  'admin',
  'api',
  'auth',
  'forgot-password',
  'health',
  'jobs',
  'live',
  'me',
  'pending',
  'requests',
  'reset-password',
  'sign-in',
  'sign-up',
  'start',
  'status',
  'vitals',
]

const longestBase = 40

/** Letters that do not come apart into a plain one and a mark. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
}

/**
 * A name as a part of an address: small Latin letters and digits, joined by single hyphens, at most
 * 40 characters.
 * @param otherwise for a name that has none of them, such as one in another script
 */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[ßæœøłđþ]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, longestBase)
  return slug.replaceAll(/^-|-$/g, '') || otherwise
}

/** The slug, or the first of `slug-2`, `slug-3` … that is neither taken nor reserved. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug
  for (let next = 2; taken.has(free) || reservedSlugs.includes(free); next++) {
    free = `${slug}-${next}`
  }
  return free
}
