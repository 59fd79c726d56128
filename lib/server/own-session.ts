import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import type { SessionClaims } from '@/lib/auth/session-claims'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { env } from '@/lib/env'
import { sessionLife } from './auth-options'

/** Sets the session cookie as next-auth would, so that a plain form without scripts signs in. */
export async function startSession(claims: SessionClaims): Promise<void> {
  const { APP_URL, NEXTAUTH_SECRET } = env()
  const secure = APP_URL.startsWith('https://')
  const value = await encode({ token: claims, secret: NEXTAUTH_SECRET, maxAge: sessionLife })
  const store = await cookies()
  store.set(sessionCookieName(secure), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: sessionLife,
  })
}

/** Forgets the session in this browser. */
export async function endSession(): Promise<void> {
  const store = await cookies()
  const secure = env().APP_URL.startsWith('https://')
  store.set(sessionCookieName(secure), '', { httpOnly: true, path: '/', secure, maxAge: 0 })
}
