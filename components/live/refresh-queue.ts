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
  /** Milliseconds between two beginnings at least. */
  spacing?: number
}

/** What comes that soon (ms) after the first is shown with it. */
const gatherFor = 30
const usualSpacing = 150
/** Whatever takes long is begun less often, so that a busy site is not asked all the time. */
const longestRest = 300

export function createRefreshQueue({
  now,
  later,
  run,
  spacing = usualSpacing,
}: Settings): RefreshQueue {
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
      notBefore = beganAt + took + Math.max(spacing - took, Math.min(longestRest, took))
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
