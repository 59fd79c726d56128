import type { Figures } from '../run/seeds'

/** A guard removed from the code: texts that are replaced when it is loaded. */
export interface Mutant {
  /** What was removed, in the words of the protocol. */
  name: string
  changes: readonly Change[]
  /** For a guard that no promise needs, only speed: what becomes dearer without it. */
  cost?: Cost
}

export interface Change {
  /** From the project's root. */
  file: string
  /** Stands in the file exactly once. */
  find: string
  put: string
}

export interface Cost {
  /** What is counted, in words. */
  name: string
  /** Over which scenarios: those that try everything, or calm ones. */
  scenarios: 'mixed' | 'crowd' | 'neighbours'
  of(figures: Figures): number
  /** By which factor at least, above 1. */
  grows: number
}
