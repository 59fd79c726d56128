import 'server-only'
import type { NextRequest } from 'next/server'
import { decode } from 'next-auth/jwt'
import { type CookieClaims, cookieClaims } from '@/lib/auth/session-claims'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { createRecent } from '@/lib/base/recent'
import { env } from '@/lib/env'

/** Cookies that were opened lately: what one of them says, and its end in seconds, never changes. */
const opened = createRecent<{ claims: CookieClaims; end: number }>(2_000)

/**
 * What the session cookie of a request says; null for nobody. Whether the session still holds is
 * for the person's own record to say.
 */
export async function sessionOf(request: NextRequest): Promise<CookieClaims | null> {
  const { APP_URL, NEXTAUTH_SECRET: secret } = env()
  const token = request.cookies.get(sessionCookieName(APP_URL.startsWith('https://')))?.value
  if (!token) return null
  const known = opened.get(token)
  if (known && known.end * 1000 > Date.now()) return known.claims
  try {
    const content = await decode({ token, secret })
    const claims = cookieClaims.safeParse(content).data ?? null
    if (claims && typeof content?.exp === 'number') opened.put(token, { claims, end: content.exp })
    return claims
  } catch {
    // Anybody may send any text; the page leads them to sign in.
    return null
  }
}
