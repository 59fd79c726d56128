import type { Tag } from '@/lib/base/tag'
import type { Position } from './positions'

/** Who is at a flow, and at which of its mappings. */
export interface Presence {
  flowId: string
  people: readonly { userId: string; name: string; mappingId: string | null }[]
}

/** One bump, by the name that it gave to whoever asked for it, and of its facts those for all ears. */
export interface Change {
  name: Position
  tags: readonly Tag[]
}

/** Why a stream ends: its listener may hear no more; it lasted long enough; the process ends. */
export type EndReason = 'revoked' | 'limit' | 'restart'

/** Seconds between two signs of life of a stream. */
export const beatSeconds = 15

/** What stands on a stream, by its name. */
export interface LiveMessages {
  /** `resumed`: whether it begins where the listener stopped hearing. */
  hello: { beatSeconds: number; resumed: boolean }
  change: { changes: readonly Change[] }
  /** Something may be lost: everything may have changed. */
  resync: Record<string, never>
  /** Nothing is heard of changes since then (ISO 8601). */
  trouble: { since: string }
  /** Changes are heard again. */
  well: Record<string, never>
  presence: Presence
  beat: Record<string, never>
  over: { why: EndReason }
}

/**
 * A message as server-sent events have it.
 * @param id how far the listener has heard with it; empty where it says nothing of that
 */
export function printMessage<Name extends keyof LiveMessages>(
  name: Name,
  data: LiveMessages[Name],
  id: string,
): string {
  const position = id === '' ? '' : `id: ${id}\n`
  return `event: ${name}\n${position}data: ${JSON.stringify(data)}\n\n`
}
