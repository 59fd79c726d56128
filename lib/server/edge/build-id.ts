import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'

/**
 * Names what is deployed: the same on each process of a build, another one for the next build. Null
 * where nothing was built, as in development.
 */
export function readBuildId(): string | null {
  const { VERCEL_DEPLOYMENT_ID } = env()
  if (VERCEL_DEPLOYMENT_ID) return VERCEL_DEPLOYMENT_ID
  try {
    return readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
