/** A guard removed from the code: texts that are replaced when it is loaded. */
export interface Mutant {
  /** What was removed, in the words of the protocol. */
  name: string
  changes: readonly Change[]
}

export interface Change {
  /** From the project's root. */
  file: string
  /** Stands in the file exactly once. */
  find: string
  put: string
}
