import type { FlagValues } from './definitions'
import { flagsDigest } from './digest'
import { isObject, parseFlags, safeFlags } from './parse-flags'

/** Milliseconds between two looks at the store, at least. */
const period = 1_000
/** The store has failed when it has not answered by then; milliseconds. */
const deadline = 2_000
/** A request waits so long at most, and only when what is held is older than `fresh`; milliseconds. */
const patience = 150
const fresh = 10_000
/** Milliseconds that values are obeyed though the store cannot be read any more. */
const lastGoodLife = 3_600_000
/** Earlier values that a request which began under them may still go on with. */
const remembered = 8

/** What one process obeys. */
export interface FlagSnapshot {
  values: FlagValues
  digest: string
  /** When the store last gave values; milliseconds since 1970, null for never. */
  readAt: number | null
  source: 'edge-config' | 'last-good' | 'safe-defaults'
  /** What is wrong with the store or with single flags, in words; none when all is well. */
  problems: readonly string[]
}

export interface FlagSource {
  /** For a request: what is held, or what comes within 150 ms where that is too old. Never rejects. */
  current(): Promise<FlagSnapshot>
  /** What is held this moment, without asking anybody. */
  held(): FlagSnapshot
  /** Looks now, whenever the last look was, and waits for the answer. Never rejects. */
  refresh(): Promise<FlagSnapshot>
  /** Values that this process obeyed lately; null when it does not know them. */
  recall(digest: string): FlagValues | null
  /** Calls back after every look at the store. */
  onRefresh(listener: (snapshot: FlagSnapshot) => void): void
}

export interface FlagSourceSettings {
  /** Reads the item that holds all flags; undefined when there is none. */
  load(): Promise<unknown>
  timer: { now(): number; sleep(milliseconds: number): Promise<void> }
  /** Takes work that nobody waits for. */
  background(work: Promise<unknown>): void
  /** Told once when problems begin, change or end. */
  report(problems: readonly string[]): void
}

const safe = { values: safeFlags, digest: flagsDigest(safeFlags) }

interface Good {
  values: FlagValues
  digest: string
  problems: string[]
  readAt: number
}

/** Reads the flags for a process: at most once a second, in one look for all its requests. */
export function createFlagSource({
  load,
  timer,
  background,
  report,
}: FlagSourceSettings): FlagSource {
  let good: Good | null = null
  let trouble: string | null = null
  let begun = Number.NEGATIVE_INFINITY
  let flight: Promise<void> | null = null
  let told = ''
  const known = new Map<string, FlagValues>()
  const listeners: ((snapshot: FlagSnapshot) => void)[] = []

  async function look(): Promise<void> {
    try {
      const stored = await Promise.race([load(), tooLate()])
      if (!isObject(stored)) throw new Error('There is no item with flags')
      const { values, problems } = parseFlags(stored)
      const digest = flagsDigest(values)
      const words = problems.map(({ key, message }) => `${key}: ${message}`)
      good = { values, digest, problems: words, readAt: timer.now() }
      trouble = null
      remember(digest, values)
    } catch (error) {
      trouble = error instanceof Error ? error.message : typeof error
    }
    flight = null
    const snapshot = held()
    tell(snapshot.problems)
    for (const listener of listeners) listener(snapshot)
  }

  async function tooLate(): Promise<never> {
    await timer.sleep(deadline)
    throw new Error(`The Edge Config did not answer within ${deadline} ms`)
  }

  function begin(): Promise<void> {
    if (flight) return flight
    begun = timer.now()
    flight = look()
    background(flight)
    return flight
  }

  function remember(digest: string, values: FlagValues): void {
    known.delete(digest)
    known.set(digest, values)
    const [oldest] = known.keys()
    if (known.size > remembered && oldest !== undefined) known.delete(oldest)
  }

  function tell(problems: readonly string[]): void {
    const words = problems.join('\n')
    if (words === told) return
    told = words
    report(problems)
  }

  function held(): FlagSnapshot {
    const problems = trouble === null ? [] : [trouble]
    if (!good || timer.now() - good.readAt > lastGoodLife) {
      return { ...safe, readAt: good?.readAt ?? null, source: 'safe-defaults', problems }
    }
    const { values, digest, readAt } = good
    const source = trouble === null ? 'edge-config' : 'last-good'
    return { values, digest, readAt, source, problems: [...problems, ...good.problems] }
  }

  return {
    held,
    async current() {
      const now = timer.now()
      if (!flight && isWithin(period, now - begun)) return held()
      const work = begin()
      const isFresh = good !== null && isWithin(fresh, now - good.readAt)
      const rest = begun + patience - now
      if (!isFresh && rest > 0) await Promise.race([work, timer.sleep(rest)])
      return held()
    },
    async refresh() {
      // One that is under way may have begun before what the caller wants to see.
      if (flight) await flight
      await begin()
      return held()
    },
    recall: (digest) => (digest === safe.digest ? safe.values : (known.get(digest) ?? null)),
    onRefresh: (listener) => void listeners.push(listener),
  }
}

/** A clock that was put back makes an age negative: then nobody knows how old it is. */
function isWithin(limit: number, age: number): boolean {
  return age >= 0 && age < limit
}
