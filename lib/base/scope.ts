import type { Role } from './roles'

/** Which engagement of which client account a read is about. All ids are UUIDs. */
export interface EngagementKey {
  readonly clientId: string
  readonly engagementId: string
}

declare const madeByTheDoor: unique symbol

/**
 * Who asks, and for which engagement. It has two makers only: `requireScope` (a session) and
 * `jobScope` (a claimed job, acting as its starter). Every query and command takes it first.
 */
export interface Scope extends EngagementKey {
  readonly [madeByTheDoor]: true
  readonly userId: string
  readonly role: Role
  readonly clientSlug: string
  readonly engagementSlug: string
}

/** Seals checked facts into a Scope. Called by the two makers, never by a feature. */
export function sealScope(facts: Omit<Scope, typeof madeByTheDoor>): Scope {
  return Object.freeze({ ...facts }) as Scope
}
