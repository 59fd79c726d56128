import { hash } from 'node:crypto'
import type { UnreadableValue } from './interpret-row'

/**
 * A short text that is the same exactly when the values, and what was unreadable, are the same.
 * @param packed the values as `packedJson` writes them
 */
export function digestOf(packed: string, unreadable: readonly UnreadableValue[]): string {
  const missing = unreadable.map(({ attribute, raw }) => [attribute, raw])
  const said = missing.length === 0 ? packed : packed + JSON.stringify(missing)
  return hash('sha256', said, 'base64url')
}
