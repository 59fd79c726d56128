import { env } from '@/lib/env'

/**
 * Runs once, before the first request. A site that cannot work serves nothing: the whole environment
 * is checked, and a phase of the flow without an executor throws on loading. After a throw every
 * request is answered with 500, and the log says why.
 */
export async function register(): Promise<void> {
  // This file is compiled for the edge runtime too, where nothing of ours runs.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    env()
    await import('@/lib/domain/discovery/phase-registry')
  }
}
