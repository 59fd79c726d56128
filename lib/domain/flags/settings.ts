import type { FlagValues, PathRule } from '@/lib/flags/definitions'
import { groupWords, pathWords, readGroups, type Setting, type SettingChange } from './schema'

/** @param nameOf a client account's name by its id; null for one that is not known */
export function settingsOf(
  values: FlagValues,
  nameOf: (clientId: string) => string | null,
): Setting[] {
  const named = (clientId: string) => nameOf(clientId) ?? `Client ${clientId}`
  const { default: everything, groups, clients } = values['cache-path']
  return [
    { key: 'cache-enabled', label: 'Kill switch', value: enabledWords(values['cache-enabled']) },
    { key: 'default', label: 'All groups', value: ruleWords(everything) },
    ...readGroups.map((group) => {
      const rule = groups[group]
      const value = rule ? ruleWords(rule) : 'As all groups'
      return { key: `group ${group}`, label: groupWords[group].label, value }
    }),
    ...Object.entries(clients).flatMap(([id, own]) => [
      ...(own.path
        ? [{ key: `client ${id}`, label: named(id), value: pathWords[own.path].label }]
        : []),
      ...readGroups.flatMap((group) => {
        const path = own.groups[group]
        const label = `${named(id)}, ${groupWords[group].label}`
        return path ? [{ key: `client ${id} ${group}`, label, value: pathWords[path].label }] : []
      }),
    ]),
    ...switchSettings('http-validators', 'Validators', values['http-validators'], named),
    ...switchSettings('live-updates', 'Live updates', values['live-updates'], named),
  ]
}

/** What differs between two states, in the order of the later one; what is gone comes last. */
export function changedSettings(
  before: readonly Setting[],
  after: readonly Setting[],
): SettingChange[] {
  const old = new Map(before.map((setting) => [setting.key, setting.value]))
  const kept = new Set(after.map(({ key }) => key))
  const changed = after
    .filter(({ key, value }) => old.get(key) !== value)
    .map(({ key, label, value }) => ({ key, label, before: old.get(key) ?? null, after: value }))
  const gone = before
    .filter(({ key }) => !kept.has(key))
    .map(({ key, label, value }) => ({ key, label, before: value, after: null }))
  return [...changed, ...gone]
}

/** A rule in words, such as "Legacy; Redis for 20 % of the clients". */
export function ruleWords({ path, rollout }: PathRule): string {
  const { label } = pathWords[path]
  if (!rollout) return label
  return `${label}; ${pathWords[rollout.path].label} for ${rollout.percent} % of the clients`
}

function enabledWords(enabled: FlagValues['cache-enabled']): string {
  if (enabled === null) return 'Not set'
  return enabled ? 'Cache in use' : 'Cache stopped: every read asks the database'
}

function switchSettings(
  key: string,
  label: string,
  { default: everybody, clients }: { default: boolean; clients: Record<string, boolean> },
  named: (clientId: string) => string,
): Setting[] {
  const words = (on: boolean) => (on ? 'On' : 'Off')
  return [
    { key, label, value: words(everybody) },
    ...Object.entries(clients).map(([id, on]) => ({
      key: `${key} ${id}`,
      label: `${label}, ${named(id)}`,
      value: words(on),
    })),
  ]
}
