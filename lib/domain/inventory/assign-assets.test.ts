import { expect, test } from 'vitest'
import { assignAssets } from './assign-assets'
import type { MatchGroup, MatchRecord } from './match-rules'

function group(...records: [age: string, assetId: string | null][]): MatchGroup {
  const made = records.map(
    ([age, assetId]): MatchRecord => ({
      ref: age,
      age,
      assetId,
      family: 'a',
      importId: 'a',
      keys: { strong: [], name: null },
      ownAsset: null,
      splitOff: false,
    }),
  )
  return { records: made, weakParts: [made] }
}

const assign = (...groups: MatchGroup[]) => {
  let next = 0
  return assignAssets(groups, () => {
    next += 1
    return `new ${next}`
  }).map(({ assetId, isNew, absorbed, moved }) => ({
    assetId,
    isNew,
    absorbed,
    moved: moved.map(({ ref }) => ref),
  }))
}

test('rows that nobody knows make an asset', () => {
  expect(assign(group(['r1', null], ['r2', null]))).toEqual([
    { assetId: 'new 1', isNew: true, absorbed: [], moved: [] },
  ])
})

test('the older of two assets that are one stays', () => {
  expect(assign(group(['1', 'a'], ['2', 'b'], ['r1', null]))).toEqual([
    { assetId: 'a', isNew: false, absorbed: ['b'], moved: ['2'] },
  ])
})

test('an asset that falls apart stays with its oldest record', () => {
  expect(assign(group(['2', 'a']), group(['1', 'a'], ['r1', null]))).toEqual([
    { assetId: 'new 1', isNew: true, absorbed: [], moved: ['2'] },
    { assetId: 'a', isNew: false, absorbed: [], moved: [] },
  ])
})
