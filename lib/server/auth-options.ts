import 'server-only'
import type { NextAuthOptions, Session } from 'next-auth'
import { sessionClaims } from '@/lib/auth/session-claims'
import { env } from '@/lib/env'

/** Two weeks without a visit end a session; seconds. */
const sessionLife = 14 * 24 * 60 * 60

/** How people sign in and what their cookie holds. */
export function authOptions(): NextAuthOptions {
  const settings = env()
  return {
    secret: settings.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLife },
    useSecureCookies: settings.APP_URL.startsWith('https://'),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [],
    callbacks: {
      jwt: ({ token, user }) => {
        const claims = sessionClaims.safeParse(user ?? token)
        return claims.success ? claims.data : {}
      },
      session: ({ session, token }) => ({ expires: session.expires, ...token }) as Session,
    },
  }
}
