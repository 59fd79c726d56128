import { hash } from 'node:crypto'
import type { EngagementKey } from '@/lib/base/scope'
import type { MatchKeys } from './match-keys'

/** Hexadecimal digits of a lookup: 48 bits, which a number of JavaScript holds. */
const digits = 12

const remembered = new WeakMap<MatchKeys, { engagementId: string; lookups: number[] }>()

/**
 * By what assets with the keys are looked up: a short digest of each, the name's last. Different keys
 * may share one, so what is found by it may be something else.
 */
export function lookupsOf({ engagementId }: EngagementKey, keys: MatchKeys): readonly number[] {
  const known = remembered.get(keys)
  if (known?.engagementId === engagementId) return known.lookups
  const lookups = keys.strong.map(({ kind, value }) => lookup(engagementId, kind, value))
  if (keys.name !== null) lookups.push(lookup(engagementId, 'name', keys.name))
  remembered.set(keys, { engagementId, lookups })
  return lookups
}

/** The lookups of many, each once. */
export function lookupsOfAll(
  key: EngagementKey,
  rows: readonly { keys: MatchKeys }[],
): ReadonlySet<number> {
  const all = new Set<number>()
  for (const { keys } of rows) for (const lookup of lookupsOf(key, keys)) all.add(lookup)
  return all
}

function lookup(engagementId: string, kind: string, value: string): number {
  const digest = hash('sha256', `${engagementId} ${kind} ${value}`, 'hex')
  return Number.parseInt(digest.slice(0, digits), 16)
}
