import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from '@upstash/redis'
import { afterEach, expect, test } from 'vitest'
import { addCounts } from './count-requests'

const server = createServer((request, response) => {
  request.resume().on('end', () => response.end(JSON.stringify([{ result: '1' }, { result: '2' }])))
})
afterEach(() => server.close())

test('counts requests, and the commands of each', async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const redis = new Redis({
    url: `http://127.0.0.1:${port}`,
    token: 'any',
    responseEncoding: false,
  })
  const two = { run: () => redis.pipeline().get('a').get('b').exec() }
  const none = { run: async () => undefined }
  const plain = globalThis.fetch
  expect(await addCounts([{ name: 'two' }, { name: 'none' }], [two, none])).toEqual([
    { name: 'two', trips: 1, commands: 2 },
    { name: 'none', trips: 0, commands: 0 },
  ])
  expect(globalThis.fetch).toBe(plain)
})
