import { clientNamespace, encodeTag, namespaceTag, type Tag } from '@/lib/base/tag'
import {
  applyBump,
  applyFence,
  applyLease,
  applyLift,
  applyTidy,
  areSettled,
  isValid,
  mayJoin,
} from '@/lib/cache/protocol'

/** What the library decides, imported from it; a test alters single ones. */
export interface Decisions {
  isValid(versions: readonly (string | null)[], values: readonly (string | null)[]): boolean
  mayJoin(seen: readonly (string | null)[], captured: readonly (string | null)[]): boolean
  mayCapture(values: readonly (string | null)[]): boolean
  fence: typeof applyFence
  bump: typeof applyBump
  lift: typeof applyLift
  lease: typeof applyLease
  tidy: typeof applyTidy
}

/** The order of steps that readers, writers and the relay keep to. */
export interface Rules {
  decisions: Decisions
  /** Ticks; a transaction lives one. */
  fenceLife: number
  fenceIdOf(writer: number): string
  capturesBeforeLoad: boolean
  fencesBeforeCommit: boolean
  bumpsAfterCommit: boolean
  /** Whether only a confirmed rollback lifts. */
  liftsWhatIsKnownOnly: boolean
  bumpsBeforeMark: boolean
  audits: boolean
  /** Whether promise 2 leaves out writers whose fence was evicted or lost at a failover. */
  exemptsLostFences: boolean
  /** Whether a version may come back by another way than a failover, which the protocol forbids. */
  versionsReturn: boolean
}

/** Nothing that was captured without a version is ever valid: the library's types say so, too. */
function isComplete(versions: readonly (string | null)[]): versions is readonly string[] {
  return !versions.includes(null)
}

export const protocolRules: Rules = {
  decisions: {
    isValid: (versions, values) => isComplete(versions) && isValid(versions, values),
    mayJoin: (seen, captured) => isComplete(captured) && mayJoin(seen, captured),
    mayCapture: areSettled,
    fence: applyFence,
    bump: applyBump,
    lift: applyLift,
    lease: applyLease,
    tidy: applyTidy,
  },
  fenceLife: 2,
  fenceIdOf: (writer) => 'abc'.charAt(writer),
  capturesBeforeLoad: true,
  fencesBeforeCommit: true,
  bumpsAfterCommit: true,
  liftsWhatIsKnownOnly: true,
  bumpsBeforeMark: true,
  audits: true,
  exemptsLostFences: true,
  versionsReturn: false,
}

/** The one namespace of the model, and its tags: its own first. */
export const namespace = clientNamespace('n')

/** @param fact from 1 */
export function factTag(fact: number): Tag {
  return encodeTag(namespace, 'fact', `${fact}`)
}

export function tagNames(facts: number): Tag[] {
  return [
    namespaceTag(namespace),
    ...Array.from({ length: facts }, (_, index) => factTag(index + 1)),
  ]
}
