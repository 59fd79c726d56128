import { beforeEach, expect, test, vi } from 'vitest'
import { clientNamespace, encodeTag, globalNamespace, namespaceTag } from '@/lib/base/tag'
import { serviceUseTags } from '@/lib/domain/service/reads'
import { announceToPages } from './announce'

const revalidateTag = vi.hoisted(() => vi.fn())
vi.mock('next/cache', () => ({ revalidateTag }))

const told = () => revalidateTag.mock.calls.map(([tag]) => tag)

beforeEach(() => revalidateTag.mockClear())

test('the framework hears of the facts that a public page shows, and of no others', () => {
  const [people] = serviceUseTags
  announceToPages([encodeTag(globalNamespace, 'user', '1'), ...(people ? [people] : [])])
  expect(told()).toEqual([people])
  expect(revalidateTag).toHaveBeenCalledWith(people, { expire: 0 })
})

test('a namespace that is announced as a whole is every fact of it', () => {
  announceToPages([namespaceTag(globalNamespace)])
  expect(told()).toEqual(serviceUseTags)
  announceToPages([namespaceTag(clientNamespace('acme'))])
  expect(told()).toEqual(serviceUseTags)
})
