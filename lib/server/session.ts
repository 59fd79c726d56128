import 'server-only'
import { connection } from 'next/server'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { sessionClaims } from '@/lib/auth/session-claims'
import { userContext } from '@/lib/domain/users/reads'
import type { UserContext } from '@/lib/domain/users/schema'
import { authOptions } from './auth-options'
import { read } from './read'

/**
 * Who asks, read anew for each request and once in it; null for nobody. A cookie whose session
 * version is not the person's, and a disabled person, are nobody. A pending person is somebody.
 */
export const currentUser = cache(async (): Promise<UserContext | null> => {
  // The environment is there when a request is, not when the site is built.
  await connection()
  const claims = sessionClaims.safeParse(await getServerSession(authOptions()))
  if (!claims.success) return null
  const user = await read(userContext, { userId: claims.data.userId }, null)
  if (user?.sessionVersion !== claims.data.sessionVersion) return null
  return user.status === 'disabled' ? null : user
})
