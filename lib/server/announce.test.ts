import { expect, test, vi } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import { createAnnounce } from './announce'
import { type RequestReads, readsOfCall } from './call-reads'

const tags = [encodeTag(globalNamespace, 'user', 'list')]

test('a change makes the call that made it forget what it had read', () => {
  const forget = vi.fn()
  const reads = { forget } as Partial<RequestReads> as RequestReads
  const announce = createAnnounce([], () => undefined)
  readsOfCall.run(reads, () => announce(tags))
  expect(forget).toHaveBeenCalledOnce()
})

test('a listener that does not take it keeps nobody else from hearing', () => {
  const refusal = new Error('not while a page is rendered')
  const [heard, failed] = [vi.fn(), vi.fn()]
  const refuse = () => {
    throw refusal
  }
  createAnnounce([refuse, heard], failed)(tags)
  expect(heard).toHaveBeenCalledWith(tags)
  expect(failed).toHaveBeenCalledWith(refusal)
})
