import { expect, test } from 'vitest'
import { clientNamespace } from '@/lib/base/tag'
import { createRecentlyOpened } from './recently-opened'

const place = { namespace: clientNamespace('acme'), entryKey: 'e:one' }
const entry = { head: 'head', body: 'body' }

test('only the very text at the very place is known', () => {
  const opened = createRecentlyOpened(100)
  opened.keep(place, entry, 'content')
  expect(opened.find(place, { ...entry })).toBe('content')
  expect(opened.find(place, { ...entry, head: 'heed' })).toBeNull()
  expect(opened.find(place, { ...entry, body: 'bodi' })).toBeNull()
  expect(opened.find({ ...place, entryKey: 'e:two' }, entry)).toBeNull()
  expect(opened.find({ ...place, namespace: clientNamespace('other') }, entry)).toBeNull()
})

test('an entry that was replaced is forgotten, and so are the oldest of too many', () => {
  const at = (entryKey: string) => ({ ...place, entryKey })
  const opened = createRecentlyOpened(45)
  opened.keep(at('1'), entry, 'content')
  opened.keep(at('1'), { ...entry, body: 'next' }, 'changed')
  expect(opened.find(at('1'), entry)).toBeNull()
  opened.keep(at('2'), entry, 'content')
  opened.keep(at('3'), entry, 'content')
  expect(opened.find(at('1'), { ...entry, body: 'next' })).toBe('changed')
  opened.keep(at('4'), entry, 'content')
  expect(['1', '2', '3', '4'].map((key) => opened.find(at(key), entry))).toEqual([
    null,
    'content',
    'content',
    'content',
  ])
  opened.keep(at('5'), entry, 'longer than all that may be kept together')
  expect(opened.find(at('5'), entry)).toBeNull()
})
