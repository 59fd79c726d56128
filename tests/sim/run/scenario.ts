import type { Question } from '../world/facts'
import type { Weather } from '../world/network'
import type { Lives, Moment } from '../world/world'

/** All that happens in a run but the chance of its messages, which `salt` decides. */
export interface Scenario {
  salt: number
  weather: Weather
  lives: Lives
  /** Whether its namespaces are marked in the beginning. */
  opened: boolean
  processes: ProcessPlan[]
  actors: Actor[]
  troubles: Trouble[]
  /** What is asked for in the end. */
  questions: Question[]
}

export interface ProcessPlan {
  version: number
  /** Milliseconds. */
  skew: number
}

/** One act after the other, in one process or its successors. */
export interface Actor {
  process: number
  acts: Act[]
}

/** Times are milliseconds. */
export type Act =
  | { kind: 'pause'; time: number }
  | { kind: 'request'; parts: RequestPart[] }
  /** By hand, behind the application's back. */
  | { kind: 'raw change'; facts: string[]; bulk: boolean }
  | { kind: 'purge'; fact: string }
  /** The relay's minute. */
  | { kind: 'relay' }

export type RequestPart =
  | { kind: 'read'; questions: Question[] }
  | { kind: 'command'; command: CommandPlan }

export interface CommandPlan {
  statements: { facts: string[]; late: string[]; bulk: boolean }[]
  /** What it reads in its transaction. */
  reads: Question[]
  /** Between its statements. */
  thinks: number
  strict: boolean
  /** Refuses its own work in the end. */
  givesUp: boolean
  /** The database refuses the first COMMIT. */
  refused: boolean
}

/** Happens when a moment has come so often. */
export type Trouble = { on: Moment; at: number } & (
  | { kind: 'crash'; process: number; back: number }
  | { kind: 'flush' }
  /** After a while Redis is as it was; its clock is off by a share of a fence's life. */
  | { kind: 'failover'; time: number; skew: number }
  | { kind: 'evict'; what: 'tags' | 'markers' | 'entries' }
  /** One process, or all. */
  | { kind: 'cut off'; process: number | null; time: number }
)
