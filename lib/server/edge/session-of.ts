import 'server-only'
import type { NextRequest } from 'next/server'
import { decode } from 'next-auth/jwt'
import { type CookieClaims, cookieClaims } from '@/lib/auth/session-claims'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { env } from '@/lib/env'

/**
 * What the session cookie of a request says; null for nobody. Whether the session still holds is
 * for the person's own record to say.
 */
export async function sessionOf(request: NextRequest): Promise<CookieClaims | null> {
  const { APP_URL, NEXTAUTH_SECRET: secret } = env()
  const token = request.cookies.get(sessionCookieName(APP_URL.startsWith('https://')))?.value
  if (!token) return null
  try {
    return cookieClaims.safeParse(await decode({ token, secret })).data ?? null
  } catch {
    // Anybody may send any text; the page leads them to sign in.
    return null
  }
}
