import type { LiveRuntime } from './runtime'

/** Shows something anew: soon after it was asked for, never twice at a time, bursts once. */
export interface RefreshQueue {
  request(): void
  /** What was asked for is not needed any more. */
  cancel(): void
  /** Nothing begins between the two; calls may nest. */
  hold(): void
  release(): void
}

interface Settings extends Pick<LiveRuntime, 'now' | 'later'> {
  /** Resolves when what it shows is there. */
  run(): Promise<unknown>
}

/** Milliseconds: what comes that soon after the first is shown with it; between two beginnings. */
const gatherFor = 30
const spacing = 150
/** Whatever takes long is begun less often, so that a busy site is not asked all the time. */
const longestSpacing = 300

export function createRefreshQueue({ now, later, run }: Settings): RefreshQueue {
  let isWanted = false
  let isRunning = false
  let holds = 0
  let notBefore = 0
  let takeBack: (() => void) | null = null

  function schedule() {
    if (!isWanted || isRunning || holds > 0 || takeBack) return
    takeBack = later(Math.max(gatherFor, notBefore - now()), () => {
      takeBack = null
      if (isWanted && holds === 0) void begin()
    })
  }

  async function begin() {
    isWanted = false
    isRunning = true
    const beganAt = now()
    try {
      await run()
    } finally {
      isRunning = false
      const took = now() - beganAt
      notBefore = beganAt + took + Math.min(longestSpacing, Math.max(spacing - took, took))
      schedule()
    }
  }

  return {
    request() {
      isWanted = true
      schedule()
    },
    cancel() {
      isWanted = false
      takeBack?.()
      takeBack = null
    },
    hold() {
      holds += 1
    },
    release() {
      holds = Math.max(0, holds - 1)
      schedule()
    },
  }
}
