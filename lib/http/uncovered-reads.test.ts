import { expect, test } from 'vitest'
import { collectionTags } from '@/lib/base/collection-tags'
import { clientNamespace, namespaceTag, type Tag } from '@/lib/base/tag'
import type { ReadFact } from '@/lib/cache/cache'
import { uncoveredReads } from './uncovered-reads'

const namespace = clientNamespace('acme')
const assets = collectionTags(namespace, 'asset', 'e1')
const other = collectionTags(namespace, 'asset', 'e2')
const factOf = (tags: readonly Tag[]): ReadFact => ({
  read: 'a read',
  path: 'redis',
  outcome: 'hit',
  tags,
  milliseconds: 1,
})

test.each<[string, readonly Tag[], readonly Tag[], readonly Tag[]]>([
  ['the same row', assets.row('1'), assets.row('1'), []],
  ['another row', assets.row('1'), assets.row('2'), assets.row('2').slice(0, 1)],
  ['a row under its list', assets.list(), assets.row('1'), []],
  ['a list under one of its rows', assets.row('1'), assets.list(), assets.list()],
  ['another collection', other.list(), assets.row('1'), assets.row('1')],
  ['a namespace', assets.list(), [namespaceTag(namespace)], [namespaceTag(namespace)]],
  ['a named namespace', [namespaceTag(namespace)], [namespaceTag(namespace)], []],
])('%s', (_, named, used, missing) => {
  const uncovered = missing.length > 0 ? [{ read: 'a read', tags: missing }] : []
  expect(uncoveredReads(named, [factOf(used)])).toEqual(uncovered)
})

test('a read that hears of no change is covered by nothing', () => {
  expect(uncoveredReads(assets.list(), [factOf(assets.list()), factOf([])])).toEqual([
    { read: 'a read', tags: [] },
  ])
})
