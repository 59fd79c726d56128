import { expect, test } from 'vitest'
import { engagementNavigation } from '@/components/shell/navigation'
import { commandsFor } from './commands'
import { ranked } from './ranking'

const place = {
  clientSlug: 'acme',
  clientName: 'Acme',
  engagementSlug: 'erp',
  engagementName: 'ERP',
}
const other = { ...place, engagementSlug: 'exit', engagementName: 'Data centre exit' }

const commandsOf = (role: string) =>
  commandsFor({
    navigation: [engagementNavigation('acme', 'erp')],
    memberships: [
      { ...place, role },
      { ...other, role },
    ],
    current: place,
  })

const labels = (commands: readonly { label: string }[]) => commands.map(({ label }) => label)

test('what a role does not allow is not offered', () => {
  expect(labels(commandsOf('viewer'))).not.toContain('Import a file')
  expect(labels(commandsOf('analyst'))).toContain('Import a file')
  expect(labels(commandsOf('viewer'))).toContain('Export the inventory as CSV')
})

test('nothing of an engagement is offered outside of one', () => {
  const outside = commandsFor({ navigation: [], memberships: [{ ...place, role: 'manager' }] })
  expect(labels(outside)).not.toContain('Import a file')
  expect(labels(outside)).toContain('ERP')
})

test('one switches to every other engagement, not to the present one', () => {
  const switches = commandsOf('viewer').filter(({ deed }) => deed.kind === 'switch')
  expect(labels(switches)).toEqual(['Data centre exit'])
})

test('every word must be found; what begins with it comes first', () => {
  const all = commandsOf('manager')
  expect(labels(ranked(all, 'imp'))[0]).toMatch(/^Import/)
  expect(labels(ranked(all, 'IMPORT file'))).toEqual(['Import a file'])
  expect(labels(ranked(all, 'centre acme'))).toEqual(['Data centre exit'])
  expect(ranked(all, 'zzz')).toEqual([])
  expect(ranked(all, ' ')).toHaveLength(all.length)
})

test('a group stands together', () => {
  const groups = ranked(commandsOf('manager'), 'e').map(({ group }) => group)
  const runs = groups.filter((group, index) => group !== groups[index - 1])
  expect(runs).toEqual([...new Set(groups)])
})
