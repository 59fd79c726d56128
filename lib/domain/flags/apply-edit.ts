import type { FlagValues, PathRule } from '@/lib/flags/definitions'
import type { FlagEdit } from './schema'

type Of<Kind> = Extract<FlagEdit, { kind: Kind }>

/** What the flags say after an edit; everything else stays as it is. */
export function applyEdit(values: FlagValues, edit: FlagEdit): FlagValues {
  switch (edit.kind) {
    case 'rule':
      return { ...values, 'cache-path': withRule(values['cache-path'], edit) }
    case 'client':
      return { ...values, 'cache-path': withClient(values['cache-path'], edit) }
    case 'switch':
      return withSwitch(values, edit)
  }
}

function withRule(
  paths: FlagValues['cache-path'],
  { group, path, percent, to }: Of<'rule'>,
): FlagValues['cache-path'] {
  const rule: PathRule | null =
    path === 'inherit'
      ? null
      : { path, ...(percent > 0 && to && { rollout: { path: to, percent } }) }
  if (group === 'default') return rule ? { ...paths, default: rule } : paths
  return { ...paths, groups: withEntry(paths.groups, group, rule) }
}

function withClient(
  paths: FlagValues['cache-path'],
  { clientId, group, path }: Of<'client'>,
): FlagValues['cache-path'] {
  const said = path === 'inherit' ? null : path
  const { path: every, groups } = paths.clients[clientId] ?? { groups: {} }
  const ofAll = group === 'all' ? said : (every ?? null)
  const ofGroups = group === 'all' ? groups : withEntry(groups, group, said)
  const isEmpty = ofAll === null && Object.keys(ofGroups).length === 0
  const own = isEmpty ? null : { ...(ofAll && { path: ofAll }), groups: ofGroups }
  return { ...paths, clients: withEntry(paths.clients, clientId, own) }
}

function withSwitch(values: FlagValues, { key, clientId, on }: Of<'switch'>): FlagValues {
  if (key === 'cache-enabled') {
    return on === 'inherit' ? values : { ...values, 'cache-enabled': on === 'on' }
  }
  const { default: everybody, clients } = values[key]
  const said = on === 'inherit' ? null : on === 'on'
  const next =
    clientId === undefined
      ? { default: said ?? everybody, clients }
      : { default: everybody, clients: withEntry(clients, clientId, said) }
  return { ...values, [key]: next }
}

/** @param value null to say nothing of it */
function withEntry<Entries extends object, Name extends keyof Entries>(
  entries: Entries,
  name: Name,
  value: Entries[Name] | null,
): Entries {
  const next = { ...entries }
  if (value === null) delete next[name]
  else next[name] = value
  return next
}
