import { expect, test } from 'vitest'
import { clientNamespace, encodeTag } from '@/lib/base/tag'
import { pageFacts, readPageFacts, writePageFacts } from './page-facts'

const tag = (...parts: string[]) => encodeTag(clientNamespace('a'), 'asset', ...parts)

test('a page is described by its reads and by the latest changes of its facts', () => {
  const reads = [
    { name: 'assets.page', tags: [tag('list')] },
    { name: 'assets.one', tags: [tag('1'), tag('bulk')] },
    { name: 'assets.one', tags: [tag('2'), tag('bulk')] },
  ]
  const versions = ['17:1:first', null, '18:4:second|f@99', '17:9:first']
  expect(pageFacts(reads, versions)).toEqual({
    reads: { 'assets.page': [tag('list')], 'assets.one': [tag('1'), tag('bulk'), tag('2')] },
    changes: ['first', 'second'],
  })
  expect(pageFacts(reads, null).changes).toEqual([])
})

test('what is handed on arrives, and what the asker sent under its name does not', () => {
  const facts = pageFacts([{ name: 'one', tags: [tag('list')] }], ['1:1:n'])
  const headers = new Headers({ 'x-portolan-facts': '{"reads":{},"changes":[]}' })
  writePageFacts(headers, facts)
  expect(readPageFacts(headers)).toEqual(facts)
  writePageFacts(headers, null)
  expect(readPageFacts(headers)).toBeNull()
})

test('of too many facts none is named: every change then counts', () => {
  const tags = Array.from({ length: 200 }, () => tag(crypto.randomUUID()))
  const headers = new Headers()
  writePageFacts(headers, pageFacts([{ name: 'one', tags }], ['1:1:n']))
  expect(readPageFacts(headers)).toEqual({ reads: null, changes: ['n'] })
})
