import { isLaterEvent } from '@/lib/base/event-order'
import type { Namespace } from '@/lib/base/tag'

declare const positionBrand: unique symbol

/**
 * An event's place in its namespace's stream: its number, and the nonce of the request that made it.
 * After a failover an engine may give a number again, and never the nonce.
 */
export type Position = string & { readonly [positionBrand]: true }

/** How far somebody has heard the streams of several namespaces. */
export type Positions = ReadonlyMap<Namespace, Position>

/** Where somebody wants to begin to hear. */
export interface Brought {
  /** What `printPositions` gave them. */
  positions: Positions
  /** In other streams, so many milliseconds ago; null for this moment. */
  ago: number | null
  /** Whether some of it could not be read, so that nobody knows what was heard. */
  broken: boolean
}

const form = /^(\d{1,16})-(\d{1,16}):[A-Za-z0-9]{1,64}$/
const named = /^((?:global)|(?:client\.[A-Za-z0-9_.~%-]{1,200}))=(.+)$/
/** Longer texts are nobody's that we made. */
const longestText = 4_000
/** Milliseconds; what is older may not be in a stream any more, though it has room for two hours. */
const longestAgo = 3_600_000

/** Whether somebody says of every stream where they want to begin. */
export function isCovered({ positions, ago, broken }: Brought, namespaces: readonly Namespace[]) {
  return !broken && (ago !== null || namespaces.every((namespace) => positions.has(namespace)))
}

export function positionOf(id: string, nonce: string): Position {
  return `${id}:${nonce}` as Position
}

/** The two parts of a position. */
export function partsOf(position: Position): [id: string, nonce: string] {
  const end = position.indexOf(':')
  return [position.slice(0, end), position.slice(end + 1)]
}

/** One text for all, of characters that stand in a header and in an address as they are. */
export function printPositions(positions: Iterable<readonly [Namespace, Position]>): string {
  return [...positions].map(([namespace, position]) => `${namespace}=${position}`).join(',')
}

/**
 * Reads what somebody says of where they want to begin.
 * @param texts several where several had heard; what the one behind has heard counts
 * @param agoText milliseconds; null where they say nothing
 */
export function parseBrought(texts: readonly string[], agoText: string | null = null): Brought {
  const ago = agoText === null ? null : /^\d{1,9}$/.test(agoText) ? Number(agoText) : Infinity
  if (ago !== null && ago > longestAgo) return { positions: new Map(), ago: null, broken: true }
  const positions = new Map<Namespace, Position>()
  let broken = false
  for (const part of texts.flatMap((text) => text.slice(0, longestText).split(','))) {
    if (part === '') continue
    const [, name, text = ''] = named.exec(part) ?? []
    if (name === undefined || !form.test(text)) {
      broken = true
      continue
    }
    const [namespace, position] = [name as Namespace, text as Position]
    const known = positions.get(namespace)
    if (known === undefined || isLaterEvent(known, position)) positions.set(namespace, position)
  }
  return { positions, ago, broken }
}
