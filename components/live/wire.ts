import { type Namespace, namespaceOf, type Tag } from '@/lib/base/tag'

/** One write, or several that were told of together. */
export interface Change {
  /** Unique per write: its number in the stream, a colon, the run of the script that wrote it. */
  name: string
  tags: readonly string[]
}

/** Somebody who looks at a flow, and at which of its columns. */
export interface PersonPresent {
  userId: string
  name: string
  mappingId: string | null
}

/** What a stream of changes tells. */
export type LiveEvent =
  | { kind: 'hello'; beatSeconds: number; resumed: boolean }
  | { kind: 'changes'; changes: readonly Change[] }
  /** Some changes are lost: everything may be old. */
  | { kind: 'resync' }
  /** Changes cannot be heard of for a while, and again; none is lost. */
  | { kind: 'trouble' }
  | { kind: 'well' }
  | { kind: 'presence'; flowId: string; people: readonly PersonPresent[] }
  | { kind: 'over'; why: 'revoked' | 'limit' | 'restart' }
  | { kind: 'beat' }

/** What is told at once to whoever does not hold a stream. */
export interface PolledChanges {
  id: string
  changes: readonly Change[]
  resync: boolean
}

const plain = ['resync', 'trouble', 'well', 'beat'] as const

/**
 * @param data JSON
 * @returns null for an event of a kind that this build does not know
 * @throws SyntaxError for what is no JSON
 */
export function readLiveEvent(type: string, data: string): LiveEvent | null {
  const simple = plain.find((kind) => kind === type)
  if (simple) return { kind: simple }
  switch (type) {
    case 'change':
      return { kind: 'changes', changes: JSON.parse(data).changes }
    case 'hello':
    case 'presence':
    case 'over':
      return { ...JSON.parse(data), kind: type }
    default:
      return null
  }
}

/** The run by which a change was announced; a page names those that it holds by it. */
export function runOf({ name }: Change): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The stream that told of a change: all tags of one change are of one namespace. */
export function streamOf({ tags: [tag = ''] }: Change): Namespace {
  return namespaceOf(tag as Tag)
}
