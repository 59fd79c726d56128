import 'server-only'
import type { NextAuthOptions, Session, User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import {
  type CookieClaims,
  cookieClaims,
  type SessionClaims,
  sessionClaims,
} from '@/lib/auth/session-claims'
import { endSession } from '@/lib/domain/users/commands/end-session'
import { signInWithProvider } from '@/lib/domain/users/commands/sign-in-with-provider'
import { signInInput } from '@/lib/domain/users/schema'
import { env } from '@/lib/env'
import { attemptSignIn } from './attempt-sign-in'
import { container } from './container'
import { identityProviders } from './identity-providers'
import { siteDeps } from './site-deps'

/** For how long a session cookie holds, unless next-auth’s own endpoint renews it; seconds. */
export const sessionLife = 14 * 24 * 60 * 60

/** How people sign in and what their cookie holds: nothing but the claims. */
export function authOptions(): NextAuthOptions {
  const settings = env()
  return {
    secret: settings.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLife },
    useSecureCookies: settings.APP_URL.startsWith('https://'),
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider, ...identityProviders(settings)],
    callbacks: {
      signIn: admitProviderAccount,
      jwt: ({ token, user }) => {
        const known = cookieClaims.safeParse(token)
        if (!user) return known.success ? known.data : {}
        const claims = sessionClaims.safeParse(user)
        return claims.success ? newSession(claims.data) : {}
      },
      session: ({ session, token }) => ({ expires: session.expires, ...token }) as Session,
    },
    events: { signOut: ({ token }) => endSessionOf(token) },
    logger: {
      error: (code, metadata) => {
        const { name } = metadata instanceof Error ? metadata : metadata.error
        container().logger.warn({ code, name }, 'a sign-in or a cookie was refused')
      },
      warn: (code) => container().logger.warn({ code }, 'a warning about signing in'),
      debug: () => undefined,
    },
  }
}

/** What the cookie of somebody who has just signed in holds. */
export function newSession({ userId, sessionVersion }: SessionClaims): CookieClaims {
  return { userId, sessionVersion, sessionId: crypto.randomUUID() }
}

async function endSessionOf(token: unknown): Promise<void> {
  const claims = cookieClaims.safeParse(token)
  if (!claims.success) return
  const deps = siteDeps()
  const end = new Date(deps.clock.now().getTime() + sessionLife * 1000)
  await endSession(deps, claims.data, end)
}

type SignedIn = User & SessionClaims

const passwordProvider = Credentials({
  name: 'Password',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  authorize: async (given) => {
    const input = signInInput.safeParse(given)
    if (!input.success) return null
    const result = await attemptSignIn(siteDeps(), input.data)
    return result.ok ? ({ id: result.data.userId, ...result.data } satisfies SignedIn) : null
  },
})

/** Turns who came back from a provider into a person of ours, or says on the page why not. */
const admitProviderAccount: NonNullable<NextAuthOptions['callbacks']>['signIn'] = async ({
  user,
  account,
}) => {
  if (account?.type !== 'oauth') return true
  if (!user.email) return '/sign-in?error=unverified'
  const { provider } = account
  const result = await signInWithProvider(siteDeps(), {
    provider,
    verifiedEmail: user.email,
    name: user.name || user.email,
  })
  if (!result.ok) return `/sign-in?error=${result.code}`
  // The framework hands this same object to the `jwt` callback.
  Object.assign(user, result.data)
  return true
}
