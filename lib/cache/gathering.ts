import type { Timer } from './timer'

export interface GatheringSettings<Sums> {
  /** Sums of nothing yet. */
  empty(): Sums
  /** Adds them to those of the other instances; nothing may be added twice. */
  send(sums: Sums): Promise<void>
  timer: Timer
  /** Takes work that nobody waits for. */
  background(work: Promise<unknown>): void
  /** Milliseconds that sums are gathered; so much is lost in a crash. */
  period: number
  /** Hears why sums were lost. */
  failed(error: unknown): void
}

/** Sums that a process gathers and sends now and then, away from every read. */
export interface Gathering<Sums> {
  /** What was gathered since the last sending, to be added to. */
  present(): Sums
  /** To be called after an addition: sends some time later, once for all that comes till then. */
  added(): void
  /** Sends what there is; never rejects. */
  flush(): Promise<void>
}

export function createGathering<Sums extends ReadonlyMap<string, unknown>>(
  settings: GatheringSettings<Sums>,
): Gathering<Sums> {
  const { empty, send, timer, background, period, failed } = settings
  let gathered = empty()
  let waiting = false

  async function flush(): Promise<void> {
    if (gathered.size === 0) return
    const sums = gathered
    gathered = empty()
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
