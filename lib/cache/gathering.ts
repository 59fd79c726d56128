import type { Timer } from './timer'

export interface GatheringSettings {
  timer: Timer
  /** Takes work that nobody waits for. */
  background(work: Promise<unknown>): void
  /** Milliseconds that sums are gathered; so much is lost in a crash. */
  period: number
  /** Hears why sums were lost. */
  failed(error: unknown): void
}

/** Sums that a process gathers and sends now and then, away from every read. */
export interface Gathering<Sum> {
  /** What was gathered since the last sending, to be added to. */
  present(): Map<string, Sum>
  /** To be called after an addition: sends some time later, once for all that comes till then. */
  added(): void
  /** Sends what there is; never rejects. */
  flush(): Promise<void>
}

/** @param send adds sums to those of the other instances; nothing may be added twice */
export function createGathering<Sum>(
  { timer, background, period, failed }: GatheringSettings,
  send: (sums: ReadonlyMap<string, Sum>) => Promise<void>,
): Gathering<Sum> {
  let gathered = new Map<string, Sum>()
  let waiting = false

  async function flush(): Promise<void> {
    if (gathered.size === 0) return
    const sums = gathered
    gathered = new Map()
    try {
      await send(sums)
    } catch (error) {
      // They may have arrived all the same: too few is better than twice.
      failed(error)
    }
  }

  async function flushLater(): Promise<void> {
    await timer.sleep(period)
    waiting = false
    await flush()
  }

  return {
    present: () => gathered,
    flush,
    added() {
      if (waiting) return
      waiting = true
      background(flushLater())
    },
  }
}
