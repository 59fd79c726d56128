import type { FlagValues, PathRule } from './definitions'
import { safeFlags } from './parse-flags'
import type { ReadGroup, ReadPath } from './read-groups'
import { isInRollout } from './rollout'

/**
 * The path of a group's reads: the kill switch, then what is said of the client account (for the
 * group, for all its reads), then of the group, then of everything.
 * @param group null for a read that belongs to none
 * @param clientId null for reads of the platform; no share of client accounts concerns them
 */
export function pathFor(
  values: FlagValues,
  group: ReadGroup | null,
  clientId: string | null,
): ReadPath {
  const enabled = values['cache-enabled']
  if (enabled === false) return 'off'
  const path = chosenPath(values['cache-path'], group, clientId)
  const usesRedis = path === 'redis' || path === 'shadow'
  return usesRedis && enabled !== true ? chosenPath(safeFlags['cache-path'], group, null) : path
}

function chosenPath(
  { default: everything, groups, clients }: FlagValues['cache-path'],
  group: ReadGroup | null,
  clientId: string | null,
): ReadPath {
  const own = clientId === null ? undefined : clients[clientId]
  const said = (group && own?.groups[group]) ?? own?.path
  return said ?? obey((group && groups[group]) ?? everything, clientId)
}

function obey({ path, rollout }: PathRule, clientId: string | null): ReadPath {
  if (!rollout || clientId === null) return path
  return isInRollout('cache-path', clientId, rollout.percent) ? rollout.path : path
}

/** Whether a switch is on for a client account, or for the platform's own pages (null). */
export function isOnFor(
  values: FlagValues,
  key: 'http-validators' | 'live-updates',
  clientId: string | null,
): boolean {
  const { default: everybody, clients } = values[key]
  const on = (clientId === null ? undefined : clients[clientId]) ?? everybody
  // Validators are made of what Redis says, so they go when the cache is stopped.
  return key === 'http-validators' ? on && values['cache-enabled'] === true : on
}
