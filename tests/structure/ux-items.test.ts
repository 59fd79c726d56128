import { expect, test } from 'vitest'
import { uxItems } from '../e2e/ux/items'
import { testsByItem } from '../e2e/ux/titles'
import { readSourceFiles } from './source-files'

test('titles are counted by every number that they carry', () => {
  const text = [
    "test('ux 7: one', async () => {})",
    'test(\n  "ux 9, 12: both",\n  async () => {})',
    "test('ux is good', () => {})",
  ].join('\n')
  expect([...testsByItem([{ path: 'a.spec.ts', text }])]).toEqual([
    [7, ['a.spec.ts: one']],
    [9, ['a.spec.ts: both']],
    [12, ['a.spec.ts: both']],
  ])
})

test('every number in a title is an item', () => {
  const specs = readSourceFiles().filter(({ path }) => path.endsWith('.spec.ts'))
  const unknown = [...testsByItem(specs).keys()].filter((number) => !(number in uxItems))
  expect(unknown).toEqual([])
})

test('every item has a test', () => {
  const tests = testsByItem(readSourceFiles().filter(({ path }) => path.endsWith('.spec.ts')))
  expect(Object.keys(uxItems).filter((number) => !tests.has(Number(number)))).toEqual([])
})
