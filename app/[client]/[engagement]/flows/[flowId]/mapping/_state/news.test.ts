import { expect, test } from 'vitest'
import type { MappingView } from '@/lib/domain/mapping/page/schema'
import { newsOf } from './news'

const column = (mappingId: string, version: number, decidedBy: string | null = null) =>
  ({ mappingId, version, decidedBy }) as unknown as MappingView
const known = [column('a', 1), column('b', 2, 'Ana'), column('c', 1)]

test('others are named with what they did, oneself is not', () => {
  const read = [column('a', 2, 'Ana'), column('b', 3, null), column('c', 2, 'Ben')]
  expect(newsOf(known, read, 'Ben')).toBe(
    'Ana decided about 1 column. Decisions about 1 column were taken back.',
  )
})

test('what is older, or as it was, is no news', () => {
  expect(newsOf(known, [column('a', 1), column('b', 1, 'Ana'), column('c', 1)], 'Ben')).toBeNull()
})
