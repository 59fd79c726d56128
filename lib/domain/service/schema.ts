/** How much the service is used: numbers alone, for everybody to see. */
export interface ServiceUse {
  /** People who may sign in. */
  people: number
  clientAccounts: number
  engagements: number
}

/** The work behind the pages as it stands this moment; times are ISO text. */
export interface ServiceWork {
  /** Imports whose next step is due, and since when the oldest of them is. */
  dueSteps: number
  dueSince: string | null
  /** When a step of an import was last done. */
  lastStepAt: string | null
  /** Changes that the caches were not told of yet, and since when the oldest waits. */
  untoldChanges: number
  untoldSince: string | null
}

export type PartState = 'ok' | 'failing'

/** Whether each part of the service answers; null where what it tells could not be had. */
export interface ServiceState {
  parts: { database: PartState; cache: PartState; switches: PartState }
  work: ServiceWork | null
}
