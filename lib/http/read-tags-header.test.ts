import { expect, test } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import { printReadTags } from './read-tags-header'

const tag = (part: string) => encodeTag(globalNamespace, 'user', part)

test('each tag is printed once', () => {
  expect(printReadTags([tag('a b'), tag('c'), tag('a b')])).toBe(`${tag('a b')} ${tag('c')}`)
})

test('of too many facts any change counts', () => {
  const tags = Array.from({ length: 200 }, () => tag(crypto.randomUUID()))
  expect(printReadTags(tags)).toBe('*')
})
