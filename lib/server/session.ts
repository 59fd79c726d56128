import 'server-only'
import { connection } from 'next/server'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { isLiveSession } from '@/lib/auth/live-session'
import { type CookieClaims, cookieClaims } from '@/lib/auth/session-claims'
import { userContext } from '@/lib/domain/users/reads'
import type { UserContext } from '@/lib/domain/users/schema'
import { authOptions } from './auth-options'
import { read } from './read'

/** Whose session the cookie is, read anew for each request and once in it; null for a dead one. */
export const currentSession = cache(
  async (): Promise<{ user: UserContext; claims: CookieClaims } | null> => {
    // The environment is there when a request is, not when the site is built.
    await connection()
    const claims = cookieClaims.safeParse(await getServerSession(authOptions()))
    if (!claims.success) return null
    const user = await read(userContext, { userId: claims.data.userId }, null)
    return user && isLiveSession(claims.data, user) ? { user, claims: claims.data } : null
  },
)

/** Who asks; null for nobody. A pending person is somebody. */
export async function currentUser(): Promise<UserContext | null> {
  return (await currentSession())?.user ?? null
}
