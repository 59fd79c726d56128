import 'server-only'
import { env } from '@/lib/env'
import { container } from './container'

/**
 * Checks, before the first request, what a site cannot work without: the whole environment, and an
 * executor for every phase of the flow, which throws on loading. Next finds the cache of the pages
 * that it keeps from then on. What fails ends the process with its
 * reason on standard error; Next itself would stay up and answer every request with 500.
 */
export async function checkBoot(): Promise<void> {
  try {
    env()
    // A first request need not wait for them, nor do without.
    await container().flags.refresh()
    await import('@/lib/domain/discovery/phase-registry')
    endStreamsBeforeProcess()
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    process.stderr.write(`The site does not start. ${words}\n`)
    process.exit(1)
  }
}

/** The framework ends a process when its answers have ended, and a stream's does not by itself. */
function endStreamsBeforeProcess(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => container().live.close('restart'))
  }
}
