import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathFor } from '@/lib/flags/decide'
import { parseFlags } from '@/lib/flags/parse-flags'
import { applyEdit } from './apply-edit'
import { movesBetween } from './moves'

const clients = Array.from({ length: 40 }, (_, index) => ({
  id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  name: `Client ${index}`,
}))
const groups = [
  { group: 'directory', ofClients: false, ofPlatform: true },
  { group: 'inventory', ofClients: true, ofPlatform: false },
  { group: 'flow', ofClients: true, ofPlatform: false },
] as const
const { values } = parseFlags({
  'cache-path': { default: { path: 'legacy' } },
  'cache-enabled': true,
  'http-validators': { default: false },
  'live-updates': { default: false },
})

test('one group moves for a share of the clients: exactly those whose path changes are named', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
      const edit = {
        kind: 'rule',
        group: 'inventory',
        path: 'legacy',
        percent,
        to: 'redis',
      } as const
      const after = applyEdit(values, edit)
      const concerned = clients.filter(({ id }) => pathFor(after, 'inventory', id) === 'redis')
      const moves = movesBetween(values, after, groups, clients)
      const names = concerned.map(({ name }) => name)
      const move = { group: 'inventory', from: 'legacy', to: 'redis', platform: false }
      expect(moves).toEqual(names.length > 0 ? [{ ...move, clients: names }] : [])
    }),
  )
})

test('the platform’s own reads move with their group, and clients that come from elsewhere apart', () => {
  const [first] = clients
  const own = applyEdit(values, {
    kind: 'client',
    clientId: first?.id ?? '',
    group: 'flow',
    path: 'off',
  })
  const stopped = applyEdit(own, { kind: 'switch', key: 'cache-enabled', on: 'off' })
  const summary = movesBetween(own, stopped, groups, clients).map((move) => [
    move.group,
    `${move.from} ${move.to}`,
    move.platform,
    move.clients.length,
  ])
  expect(summary).toEqual([
    ['directory', 'legacy off', true, 0],
    ['inventory', 'legacy off', false, 40],
    ['flow', 'legacy off', false, 39],
  ])
})
