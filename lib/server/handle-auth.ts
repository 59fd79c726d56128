import 'server-only'
import NextAuth from 'next-auth'
import { authOptions } from './auth-options'

interface AuthContext {
  params: Promise<{ nextauth: string[] }>
}

/** next-auth's own endpoints: csrf, callbacks of providers, credentials for the command line. */
export function handleAuth(request: Request, context: AuthContext): Promise<Response> {
  return NextAuth(authOptions())(request, context)
}
