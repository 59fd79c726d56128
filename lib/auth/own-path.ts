/** A base no real address has, so that leaving it shows. */
const base = 'http://own.invalid'

/**
 * A path of this site to go on to after signing in, or the fallback. Other origins, protocol
 * relative addresses and backslash tricks are refused, so that a link cannot lead people away.
 * @param fallback a path of this site
 */
export function ownPath(candidate: string | null | undefined, fallback: string): string {
  if (!candidate?.startsWith('/') || !URL.canParse(candidate, base)) return fallback
  // Parsed as a browser does it: backslashes become slashes, tabs and line breaks vanish.
  const url = new URL(candidate, base)
  const path = `${url.pathname}${url.search}`
  return url.origin !== base || path.startsWith('//') ? fallback : path
}
