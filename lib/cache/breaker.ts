import type { Timer } from './timer'

/** Whether Redis is asked at all. One failure is enough to stop asking. */
export interface Breaker {
  allows(): boolean
  fail(): void
}

export interface BreakerSettings {
  timer: Timer
  /** From 0 to 1. */
  random(): number
  /** Resolves when Redis may be trusted again: it answers, and what it missed has been told. */
  recover(): Promise<void>
  /** Takes work that nobody waits for. */
  background(work: Promise<void>): void
  changed(state: 'open' | 'closed'): void
}

const [firstPause, longestPause] = [500, 30_000]

/** Opens at a failure and closes after a recovery, which it tries after pauses that grow. */
export function createBreaker(settings: BreakerSettings): Breaker {
  const { timer } = settings
  let open = false
  let recovering = false
  let pause = firstPause
  let tryAt = 0

  const wait = () => {
    // Spread, so that many instances do not come back at one moment.
    tryAt = timer.now() + pause * (0.5 + settings.random())
    pause = Math.min(pause * 2, longestPause)
  }

  async function tryToRecover(): Promise<void> {
    try {
      await settings.recover()
      open = false
      pause = firstPause
      settings.changed('closed')
    } catch {
      wait()
    } finally {
      recovering = false
    }
  }

  return {
    allows() {
      if (open && !recovering && timer.now() >= tryAt) {
        recovering = true
        settings.background(tryToRecover())
      }
      return !open
    },
    fail() {
      if (open) return
      open = true
      wait()
      settings.changed('open')
    },
  }
}
