import { expect, test } from 'vitest'
import { blobSource } from './source'

test('a browser file is read piece by piece', async () => {
  const source = blobSource(new File(['abcdef'], 'a.csv'))
  expect([source.name, source.size]).toEqual(['a.csv', 6])
  expect(await source.slice(2, 4)).toEqual(new Uint8Array([99, 100]))
})
