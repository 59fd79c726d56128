import { hash } from 'node:crypto'
import type { SourcedValues, UnreadableValue } from './interpret-row'

/** A short text that is the same exactly when the values, and what was unreadable, are the same. */
export function digestOf(values: SourcedValues, unreadable: readonly UnreadableValue[]): string {
  const facts = Object.keys(values)
    .sort()
    .map((attribute) => {
      const sourced = values[attribute]
      return [attribute, sourced?.value, sourced?.raw, sourced?.unit]
    })
  const missing = unreadable.map(({ attribute, raw }) => [attribute, raw])
  return hash('sha256', JSON.stringify([facts, missing]), 'base64url')
}
