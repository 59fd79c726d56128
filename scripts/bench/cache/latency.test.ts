import { expect, test } from 'vitest'
import { compareLatency, quantile } from './latency'

test('a quantile is one of the values, whatever their order', () => {
  const values = [5, 1, 4, 2, 3]
  expect(quantile(values, 0.5)).toBe(3)
  expect(quantile(values, 0.99)).toBe(5)
  expect(quantile([], 0.5)).toBe(0)
})

test('subjects run in turns, each as often as the other, after a turn that does not count', async () => {
  const ran: string[] = []
  const subject = (name: string) => ({
    name,
    run: async () => {
      ran.push(name)
    },
  })
  const found = await compareLatency([subject('a'), subject('b')], { rounds: 2, turns: 2 })
  expect(ran.join('')).toBe('aabb'.repeat(3))
  expect(found.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(found[0]?.ratio).toBe(1)
})
