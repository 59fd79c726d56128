import type { LiveRuntime } from './runtime'

/** A wait that somebody may cut short. */
export interface Pause {
  /** @param milliseconds null waits for `end` alone */
  begin(milliseconds: number | null): Promise<void>
  end(): void
}

export function createPause({ later }: Pick<LiveRuntime, 'later'>): Pause {
  let finish: (() => void) | null = null
  return {
    begin: (milliseconds) =>
      new Promise((resolve) => {
        const takeBack = milliseconds === null ? null : later(milliseconds, () => finish?.())
        finish = () => {
          finish = null
          takeBack?.()
          resolve()
        }
      }),
    end: () => finish?.(),
  }
}
