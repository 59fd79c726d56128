import { mayJoin } from './protocol'

interface Load {
  /** Captured before it began. */
  versions: readonly string[]
  value: Promise<unknown>
}

/** The loads that this process has under way, so that readers of the same facts share them. */
export interface Loads {
  /** @returns the load of a key that a reader may wait for after what it saw */
  find(entryKey: string, seen: readonly (string | null)[]): Promise<unknown> | null
  /** Enters a load until `done`. */
  enter(entryKey: string, load: Load, done: Promise<unknown>): void
}

export function createLoads(): Loads {
  const underWay = new Map<string, Load>()
  return {
    find(entryKey, seen) {
      const load = underWay.get(entryKey)
      return load && mayJoin(seen, load.versions) ? load.value : null
    },
    enter(entryKey, load, done) {
      underWay.set(entryKey, load)
      const leave = () => {
        if (underWay.get(entryKey) === load) underWay.delete(entryKey)
      }
      done.then(leave, leave)
    },
  }
}
