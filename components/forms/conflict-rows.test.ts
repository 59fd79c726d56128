import { expect, test } from 'vitest'
import { chosenForm, conflictRows } from './conflict-rows'

const newer = { version: 5, values: { name: 'Theirs', role: 'viewer', archived: true } }

function sent(): FormData {
  const form = new FormData()
  const fields = { id: 'x', version: '3', name: 'Mine', role: 'viewer' }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

test('only what differs is asked about, in words', () => {
  const fields = [
    { name: 'name', label: 'Name', words: (value: string) => `“${value}”` },
    { name: 'role', label: 'Role' },
  ]
  expect(conflictRows(fields, sent(), newer)).toEqual([
    { name: 'name', label: 'Name', mine: '“Mine”', theirs: '“Theirs”' },
  ])
})

test.each([
  ['mine', 'Mine'],
  ['theirs', 'Theirs'],
] as const)('what is %s is sent from the newer version', (side, name) => {
  const form = chosenForm(sent(), newer, { name: side })
  expect(Object.fromEntries(form)).toEqual({ id: 'x', version: '5', name, role: 'viewer' })
})
