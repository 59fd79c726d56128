const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/** Whether a method only reads (RFC 9110, section 9.2.1). */
export function isSafe(method: string): boolean {
  return safeMethods.includes(method)
}

/**
 * Whether a request may write. Browsers say where a request comes from: in Sec-Fetch-Site, and in
 * Origin where the connection is not trusted enough for the former. A program that says neither
 * carries no one else's cookies.
 * @param siteUrl the site's public base URL
 */
export function isSameOrigin(method: string, headers: Headers, siteUrl: string): boolean {
  if (isSafe(method)) return true
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === null || origin === new URL(siteUrl).origin
}
