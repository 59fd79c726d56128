import 'server-only'
import type { Clock } from '@/lib/base/clock'
import type { Logger } from '@/lib/observability/logger'

/** What a part says of itself beside that it answers; holds no data of clients. */
export type Facts = Readonly<Record<string, string | number | undefined>>

/** How a part of the service answered. For administrators. */
export interface Check {
  status: 'ok' | 'failing'
  milliseconds: number
  /** The kind of error, without its words. */
  reason?: string
  facts?: Facts
}

interface CheckSettings {
  name: string
  /** @param signal is aborted at the deadline */
  ask: (signal: AbortSignal) => Promise<Facts>
  /** Milliseconds after which a part that has not answered is failing. */
  deadline: number
  clock: Clock
  logger: Pick<Logger, 'warn'>
}

/** Asks a part of the service and never fails itself. */
export async function runCheck(settings: CheckSettings): Promise<Check> {
  const { name, ask, deadline, clock, logger } = settings
  const began = clock.now().getTime()
  const took = () => clock.now().getTime() - began
  const signal = AbortSignal.timeout(deadline)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    const facts = await Promise.race([ask(signal), late])
    return { status: 'ok', milliseconds: took(), facts }
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error
    logger.warn({ part: name, reason }, 'a part of the service does not answer')
    return { status: 'failing', milliseconds: took(), reason }
  }
}
