import { expect, test } from 'vitest'
import { parseFlags } from '@/lib/flags/parse-flags'
import { applyEdit } from './apply-edit'
import { flagEdit } from './schema'

const acme = '01890000-0000-7000-8000-000000000001'
const globex = '01890000-0000-7000-8000-000000000002'

const { values } = parseFlags({
  'cache-path': {
    default: { path: 'legacy' },
    groups: { flow: { path: 'redis' } },
    clients: { [globex]: { path: 'legacy', groups: { flow: 'shadow' } } },
  },
  'cache-enabled': true,
  'http-validators': { default: false, clients: { [acme]: true } },
  'live-updates': { default: true },
})

/** As a form says it, which knows text alone. */
const edited = (form: Record<string, string>) => applyEdit(values, flagEdit.parse(form))

test('a group gets a rule of its own, with a share of the clients, and follows the default again', () => {
  const rule = { kind: 'rule', group: 'inventory' }
  const shared = edited({ ...rule, path: 'legacy', percent: '20', to: 'redis' })
  expect(shared['cache-path'].groups).toEqual({
    flow: { path: 'redis' },
    inventory: { path: 'legacy', rollout: { path: 'redis', percent: 20 } },
  })
  const plain = edited({ ...rule, path: 'shadow', percent: '0', to: 'redis' })
  expect(plain['cache-path'].groups.inventory).toEqual({ path: 'shadow' })
  const inherited = edited({ kind: 'rule', group: 'flow', path: 'inherit' })
  expect(inherited['cache-path'].groups).toEqual({})
  const everything = edited({ kind: 'rule', group: 'default', path: 'redis' })
  expect(everything['cache-path']).toEqual({ ...values['cache-path'], default: { path: 'redis' } })
})

test('a client account gets paths of its own, and is gone from the flags with the last of them', () => {
  const client = { kind: 'client', clientId: acme }
  const one = edited({ ...client, group: 'flow', path: 'off' })
  expect(one['cache-path'].clients[acme]).toEqual({ groups: { flow: 'off' } })
  const all = edited({ ...client, group: 'all', path: 'redis' })
  expect(all['cache-path'].clients[acme]).toEqual({ path: 'redis', groups: {} })
  const other = { kind: 'client', clientId: globex, path: 'inherit' }
  const less = edited({ ...other, group: 'flow' })
  expect(less['cache-path'].clients[globex]).toEqual({ path: 'legacy', groups: {} })
  const gone = applyEdit(less, flagEdit.parse({ ...other, group: 'all' }))
  expect(gone['cache-path'].clients).toEqual({})
})

test('a switch is for everybody or for one client account', () => {
  const of = { kind: 'switch', key: 'http-validators' }
  expect(edited({ ...of, on: 'on' })['http-validators']).toEqual({
    default: true,
    clients: { [acme]: true },
  })
  expect(edited({ ...of, on: 'off', clientId: globex })['http-validators'].clients).toEqual({
    [acme]: true,
    [globex]: false,
  })
  expect(edited({ ...of, on: 'inherit', clientId: acme })['http-validators'].clients).toEqual({})
  expect(edited({ kind: 'switch', key: 'cache-enabled', on: 'off' })['cache-enabled']).toBe(false)
})

test('an edit leaves everything else as it is', () => {
  const { 'cache-path': paths, ...others } = edited({ kind: 'rule', group: 'flow', path: 'off' })
  const { 'cache-path': before, ...unchanged } = values
  expect(others).toEqual(unchanged)
  expect({ ...paths, groups: {} }).toEqual({ ...before, groups: {} })
})

test.each([
  [{ kind: 'rule', group: 'default', path: 'inherit' }, 'path'],
  [{ kind: 'rule', group: 'flow', path: 'inherit', percent: '10', to: 'redis' }, 'path'],
  [{ kind: 'rule', group: 'flow', path: 'legacy', percent: '10' }, 'to'],
  [{ kind: 'rule', group: 'flow', path: 'legacy', percent: '101', to: 'redis' }, 'percent'],
  [{ kind: 'rule', group: 'flow', path: 'legacy', percent: 'ten', to: 'redis' }, 'percent'],
  [{ kind: 'rule', group: 'flow', path: 'fast' }, 'path'],
  [{ kind: 'client', clientId: 'acme', group: 'all', path: 'redis' }, 'clientId'],
])('refuses %o', (form, field) => {
  const parsed = flagEdit.safeParse(form)
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
})
