import { expect, test } from 'vitest'
import { createNetwork } from './network'

/** A server that counts what arrives, and answers with the count. */
function open() {
  const network = createNetwork<'add' | 'other'>()
  let count = 0
  const add = () => {
    count += 1
    return count
  }
  return { network, send: () => network.send('add', add), arrived: () => count }
}

test.each([
  ['lost', 0, 'the request was lost'],
  ['refused', 0, '503 Service Unavailable'],
  ['unanswered', 1, 'the answer was lost'],
] as const)('%s: %s arrive and the caller hears an error', async (fault, arrivals, words) => {
  const { network, send, arrived } = open()
  network.meet('add', fault)
  await expect(send()).rejects.toThrow(words)
  expect(arrived()).toBe(arrivals)
  expect(await send()).toBe(arrivals + 1)
})

test('twice: two arrive, and the caller hears of the second', async () => {
  const { network, send } = open()
  network.suffer('twice')
  expect([await send(), await send()]).toEqual([2, 4])
  network.suffer(null)
  expect(await send()).toBe(5)
})

test('a fault waits for its call', async () => {
  const { network, send } = open()
  network.meet('other', 'lost')
  expect(await send()).toBe(1)
  expect(network.calls).toEqual(['add'])
})

test('a held request is overtaken; a held answer is not', async () => {
  const { network, send, arrived } = open()
  const request = network.holdRequest('add')
  const late = send()
  await request.reached
  expect([await send(), arrived()]).toEqual([1, 1])
  request.letGo()
  expect(await late).toBe(2)
  const answer = network.holdAnswer('add')
  const slow = send()
  await answer.reached
  expect([arrived(), await send()]).toEqual([3, 4])
  answer.letGo()
  expect(await slow).toBe(3)
})

test('a call can be delivered once more', async () => {
  const { network, send, arrived } = open()
  await send()
  network.redeliver('add')
  network.redeliver('other')
  expect(arrived()).toBe(2)
})
