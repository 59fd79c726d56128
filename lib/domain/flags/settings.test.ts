import { expect, test } from 'vitest'
import { parseFlags, safeFlags } from '@/lib/flags/parse-flags'
import { applyEdit } from './apply-edit'
import { changedSettings, settingsOf } from './settings'

const acme = '01890000-0000-7000-8000-000000000001'
const unknown = '01890000-0000-7000-8000-00000000000f'
const nameOf = (id: string) => (id === acme ? 'Acme' : null)

const { values } = parseFlags({
  'cache-path': {
    default: { path: 'legacy' },
    groups: { flow: { path: 'shadow', rollout: { path: 'redis', percent: 12.5 } } },
    clients: { [acme]: { path: 'redis', groups: { flow: 'off' } }, [unknown]: { path: 'off' } },
  },
  'cache-enabled': true,
  'http-validators': { default: false, clients: { [acme]: true } },
  'live-updates': { default: true },
})

test('everything that the flags say is said in words, with names', () => {
  const words = settingsOf(values, nameOf)
    .filter(({ value }) => value !== 'As all groups')
    .map(({ label, value }) => `${label}: ${value}`)
  expect(words).toEqual([
    'Kill switch: Cache in use',
    'All groups: Legacy',
    'Imports and flows: Shadow; Redis for 12.5 % of the clients',
    'Acme: Redis',
    'Acme, Imports and flows: Off',
    `Client ${unknown}: Off`,
    'Validators: Off',
    'Validators, Acme: On',
    'Live updates: On',
  ])
  expect(settingsOf(safeFlags, nameOf)[0]?.value).toBe('Not set')
})

test('what changed is what is new, what is other, and what is gone', () => {
  const after = applyEdit(
    applyEdit(
      applyEdit(values, { kind: 'client', clientId: acme, group: 'all', path: 'inherit' }),
      { kind: 'rule', group: 'inventory', path: 'redis', percent: 0 },
    ),
    { kind: 'switch', key: 'cache-enabled', on: 'off' },
  )
  const changes = changedSettings(settingsOf(values, nameOf), settingsOf(after, nameOf))
  expect(changes.map(({ key, before, after }) => [key, before, after])).toEqual([
    ['cache-enabled', 'Cache in use', 'Cache stopped: every read asks the database'],
    ['group inventory', 'As all groups', 'Redis'],
    [`client ${acme}`, 'Redis', null],
  ])
  expect(changedSettings(settingsOf(values, nameOf), settingsOf(values, nameOf))).toEqual([])
})
