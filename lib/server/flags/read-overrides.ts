import 'server-only'
import { decryptOverrides } from 'flags'
import { env } from '@/lib/env'

/** Set by the host's toolbar. */
const cookieName = 'vercel-flag-overrides'

/**
 * What somebody who tries other values has asked for, where that may be tried: in previews and in
 * development. Null for everybody else, and for what this site's secret did not seal.
 */
export async function readOverrides(headers: Headers | null): Promise<unknown> {
  const { FLAGS_SECRET: secret } = env()
  if (!secret || !mayOverride()) return null
  const sealed = cookieValue(headers?.get('cookie') ?? '')
  return sealed ? ((await decryptOverrides(sealed, secret)) ?? null) : null
}

function mayOverride(): boolean {
  const { VERCEL_ENV: deployment, NODE_ENV: mode } = env()
  return deployment === 'preview' || (mode === 'development' && deployment !== 'production')
}

function cookieValue(cookies: string): string | undefined {
  const pairs = cookies.split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${cookieName}=`))
  return found?.slice(cookieName.length + 1)
}
