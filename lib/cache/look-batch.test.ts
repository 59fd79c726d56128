import { expect, test } from 'vitest'
import { encodeTag, globalNamespace } from '@/lib/base/tag'
import { createKeys } from './keys'
import { splitLooks } from './look-batch'

const keys = createKeys('test')
const tag = (name: string) => encodeTag(globalNamespace, name)

test('torn multi-key read: a batch is split between entries only, and asks for a shared tag once', () => {
  const requests = Array.from({ length: 200 }, (_, index) => ({
    entryKey: `e${index}`,
    tags: [tag('shared'), tag(`a${index}`), tag(`b${index}`)],
  }))
  const batches = splitLooks(requests, keys)
  expect(batches.map((batch) => batch.keys.length)).toEqual([511, 91])
  for (const batch of batches) {
    expect(new Set(batch.keys).size).toBe(batch.keys.length)
    // Each key's value is its own name here, so that a mix-up would show.
    for (const { entry, values } of batch.read(batch.keys)) {
      const index = entry?.slice(1)
      expect(values).toEqual(
        ['shared', `a${index}`, `b${index}`].map((name) => keys.tag(tag(name))),
      )
    }
  }
  expect(batches.flatMap((batch) => batch.read(batch.keys)).map(({ entry }) => entry)).toEqual(
    requests.map(({ entryKey }) => entryKey),
  )
})

test('an entry with more tags than a command should have stays whole', () => {
  const tags = Array.from({ length: 600 }, (_, index) => tag(`t${index}`))
  const batches = splitLooks(
    [
      { entryKey: 'one', tags: [] },
      { entryKey: 'two', tags },
    ],
    keys,
  )
  expect(batches.map((batch) => batch.keys.length)).toEqual([1, 601])
  expect(splitLooks([], keys)).toEqual([])
})
