import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import type { SessionClaims } from '@/lib/auth/session-claims'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { endSession } from '@/lib/domain/users/commands/end-session'
import { env } from '@/lib/env'
import { newSession, sessionLife } from './auth-options'
import { presentAddress } from './limit-rate'
import { reportUnexpected } from './report-unexpected'
import { withRequestReads } from './request-reads'
import { currentSession } from './session'
import { siteDeps } from './site-deps'

/** Sets the session cookie as next-auth would, so that a plain form without scripts signs in. */
export async function startSession(claims: SessionClaims): Promise<void> {
  const { APP_URL, NEXTAUTH_SECRET } = env()
  const secure = APP_URL.startsWith('https://')
  const token = newSession(claims)
  const value = await encode({ token, secret: NEXTAUTH_SECRET, maxAge: sessionLife })
  const store = await cookies()
  store.set(sessionCookieName(secure), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: sessionLife,
  })
}

/**
 * Ends the session of this browser: the cookie goes, and copies of it are dead. When that cannot be
 * written down the cookie goes all the same, and the log says so.
 */
export async function signOutHere(): Promise<void> {
  await withRequestReads(endCurrentSession).catch((error) => reportUnexpected('sign out', error))
  const store = await cookies()
  const secure = env().APP_URL.startsWith('https://')
  store.set(sessionCookieName(secure), '', { httpOnly: true, path: '/', secure, maxAge: 0 })
}

async function endCurrentSession(): Promise<void> {
  const session = await currentSession()
  if (!session) return
  const deps = { ...siteDeps(), address: await presentAddress() }
  await endSession(deps, session.claims, new Date(deps.clock.now().getTime() + sessionLife * 1000))
}
