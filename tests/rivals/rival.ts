/** The facts, as a database holds them: of the races, a version number under each key. */
export interface Origin<Value = number> {
  /** A snapshot now, and its answer later. */
  load(key: string): Promise<Value>
}

/** A transaction that changes one fact. */
export interface Change {
  key: string
  /** COMMIT; a race may take its time for it. */
  commit(): Promise<void>
}

/** One process that reads and writes through a cache. */
export interface Instance<Value = number> {
  read(key: string): Promise<Value>
  /** A write as the library's documents have it: change the fact, then tell the cache. */
  write(change: Change): Promise<void>
  /** The cache is told while the transaction is still open, as a call inside of it does. */
  writeTellingInside(change: Change): Promise<void>
  /** The process dies between COMMIT and telling the cache. */
  writeAndDie(change: Change): Promise<void>
  /** What the library does by itself, later, about what a dead process left behind. */
  recover(): Promise<void>
}

export interface Rival<Value = number> {
  name: string
  /** @param clockSkew milliseconds by which the process' clock is wrong */
  open(origin: Origin<Value>, clockSkew: number): Instance<Value>
  /** Once, before all races. */
  prepare?(): Promise<void>
}

/** An instance of a library that is told of a change by one call. */
export function toldByOneCall<Value>(
  read: Instance<Value>['read'],
  tell: (key: string) => Promise<unknown>,
): Instance<Value> {
  return {
    read,
    async write({ key, commit }) {
      await commit()
      await tell(key)
    },
    async writeTellingInside({ key, commit }) {
      await tell(key)
      await commit()
    },
    writeAndDie: ({ commit }) => commit(),
    // Nobody knows that something is left.
    recover: async () => undefined,
  }
}
