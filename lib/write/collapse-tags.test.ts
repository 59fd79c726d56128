import { expect, test } from 'vitest'
import { collectionTags } from '@/lib/base/collection-tags'
import { clientNamespace, encodeTag, globalNamespace, namespaceTag } from '@/lib/base/tag'
import { collapseTags } from './collapse-tags'

const acme = clientNamespace('acme')
const collections = {
  asset: collectionTags(acme, 'asset', 'erp'),
  flow: collectionTags(acme, 'flow', 'erp'),
}
/** What so many changed rows announce. */
const rowsOf = (kind: keyof typeof collections, count: number) => [
  ...collections[kind].list(),
  ...Array.from({ length: count }, (_, id) => encodeTag(acme, kind, 'erp', String(id))),
]
const bulkOf = (kind: keyof typeof collections) => encodeTag(acme, kind, 'erp', 'bulk')

test('few tags stay as they are, each once', () => {
  const tags = rowsOf('asset', 511)
  expect(collapseTags([...tags, ...tags])).toEqual(tags)
  expect(collapseTags([])).toEqual([])
})

test('the largest collection announces bulk first, and smaller ones only where they must', () => {
  const collapsed = collapseTags([...rowsOf('asset', 500), ...rowsOf('flow', 20)])
  expect(new Set(collapsed)).toEqual(
    new Set([...collections.asset.list(), bulkOf('asset'), ...rowsOf('flow', 20)]),
  )
  const both = collapseTags([...rowsOf('asset', 900), ...rowsOf('flow', 600)])
  expect(new Set(both)).toEqual(
    new Set([
      ...collections.asset.list(),
      bulkOf('asset'),
      ...collections.flow.list(),
      bulkOf('flow'),
    ]),
  )
})

test('lists without end become whole namespaces', () => {
  const lists = Array.from({ length: 600 }, (_, id) =>
    collectionTags(acme, 'asset', String(id)).list(),
  ).flat()
  const user = encodeTag(globalNamespace, 'user', '1')
  expect(collapseTags([...lists, user])).toEqual([acme, globalNamespace].map(namespaceTag))
})
