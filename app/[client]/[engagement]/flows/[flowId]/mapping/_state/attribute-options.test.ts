import { expect, test } from 'vitest'
import { attributeOptions } from './attribute-options'

const choice = (name: string, group: string, unit: string | null = null) => ({
  name,
  label: name.toUpperCase(),
  group,
  unit,
  description: `about ${name}`,
})
const attributes = [
  choice('cpu', 'compute'),
  choice('ram', 'compute', 'MiB'),
  choice('fqdn', 'identity'),
]
const mapping = {
  attribute: 'ram',
  confidence: 0.9,
  alternatives: [{ attribute: 'cpu', confidence: 0.4 }],
}
const labels = (search: string) =>
  attributeOptions(mapping, attributes, search).map(({ label }) => label)

test('what was suggested comes first, and nothing twice', () => {
  const options = attributeOptions(mapping, attributes, '')
  expect(options.map(({ group, value }) => [group, value])).toEqual([
    ['Suggested', 'ram'],
    ['Suggested', 'cpu'],
    ['No attribute', null],
    ['Identity', 'fqdn'],
  ])
  expect(options[1]?.confidence).toBe(0.4)
})

test('a search looks at names, groups and descriptions', () => {
  expect(labels('mib')).toEqual(['RAM (MiB)'])
  expect(labels('about f')).toEqual(['FQDN'])
  expect(labels('identity')).toEqual(['FQDN'])
  expect(labels('left')).toEqual(['Left out'])
})

test('a column that is left out has no suggestion of its own', () => {
  const none = { attribute: null, confidence: 0, alternatives: [] }
  expect(attributeOptions(none, attributes, '')[0]?.value).toBeNull()
})

test('a unit that the name says is not said twice', () => {
  const share = { ...choice('free', 'storage', '%'), label: 'Disk free %' }
  const options = attributeOptions(mapping, [...attributes, share], 'free')
  expect(options.map(({ label }) => label)).toEqual(['Disk free %'])
})
