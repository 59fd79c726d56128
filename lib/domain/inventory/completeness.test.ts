import { expect, test } from 'vitest'
import { missingAttributes, networkCardDifference } from './completeness'
import { deriveAsset, noComponents, type StoredSource } from './derive-asset'

function source(values: Record<string, string | number>, kind: StoredSource['kind'] = 'import') {
  const sourced = Object.entries(values).map(([name, value]) => [name, { value, raw: `${value}` }])
  const made: StoredSource = {
    id: kind,
    assetId: 'asset',
    kind,
    dataImportId: null,
    sourceKey: 'rvtools-3-vinfo',
    sourceName: 'vInfo',
    matchedBy: null,
    digest: '',
    values: Object.fromEntries(sourced),
  }
  return made
}

test('what a type needs and an asset lacks is said in words', () => {
  const of = (assetType: string) =>
    missingAttributes(
      deriveAsset('asset', [source({ name: 'x', asset_type: assetType })], noComponents),
    ).map(({ reason }) => reason)
  expect(of('server')).toEqual([
    'OS name is missing.',
    'CPU count is missing.',
    'Memory is missing.',
  ])
  expect(of('network_device')).toEqual([])
})

test.each([
  [2, 1, 'vInfo says 2 network cards, 1 is listed.'],
  [1, 2, 'vInfo says 1 network card, 2 are listed.'],
])('%d reported and %d listed', (reported, listed, words) => {
  const found = networkCardDifference([source({ nic_count: reported })], {
    ...noComponents,
    networkCards: listed,
  })
  expect(found.map(({ reason }) => reason)).toEqual([words])
})

test('nothing is said where the numbers agree, or where no card is listed, or none reported', () => {
  const one = { ...noComponents, networkCards: 1 }
  expect(networkCardDifference([source({ nic_count: 1 })], one)).toEqual([])
  expect(networkCardDifference([source({ nic_count: 5 })], noComponents)).toEqual([])
  expect(networkCardDifference([source({ name: 'x' })], one)).toEqual([])
})

test('a corrected number is what is compared', () => {
  const sources = [source({ nic_count: 5 }), source({ nic_count: 1 }, 'correction')]
  expect(networkCardDifference(sources, { ...noComponents, networkCards: 1 })).toEqual([])
})
