import { expect, test } from 'vitest'
import { bulkTagOf, collectionTags } from './collection-tags'
import { clientNamespace, namespaceTag } from './tag'

const acme = clientNamespace('acme')
const asset = collectionTags(acme, 'asset', 'erp')

test('a row is told of by its own tag and by the one for many rows', () => {
  expect(asset.row('0a')).toEqual(['client.acme:asset:erp:0a', 'client.acme:asset:erp:bulk'])
  expect(asset.list()).toEqual(['client.acme:asset:erp:list'])
})

test('an id is the same in capitals, as an address may spell it', () => {
  expect(asset.row('0A-FF')).toEqual(asset.row('0a-ff'))
})

test('a row tag collapses to its collection; other tags do not', () => {
  const [row, bulk] = asset.row('0a')
  expect(row && bulkTagOf(row)).toBe(bulk)
  for (const tag of [...asset.row('0a').slice(1), ...asset.list(), namespaceTag(acme)]) {
    expect(bulkTagOf(tag)).toBeNull()
  }
})
