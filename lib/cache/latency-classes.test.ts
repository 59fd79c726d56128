import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latencyClasses, latencyClassOf, latencyEnds, latencyQuantile } from './latency-classes'

function count(times: readonly number[]): number[] {
  const counts: number[] = new Array(latencyClasses).fill(0)
  for (const time of times) {
    const index = latencyClassOf(time)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

test('a time is in the class that ends above it', () => {
  expect([0, 0.9, 1, 7.9, 8, 8191, 8192, 1e9].map(latencyClassOf)).toEqual([
    0, 0, 1, 5, 6, 22, 23, 23,
  ])
})

test('a quantile is in the class of the time that has the rank', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 8000, noNaN: true }), { minLength: 1 }),
      fc.constantFrom(0.5, 0.95, 0.99),
      (times, share) => {
        const ranked = times.toSorted((a, b) => a - b)
        const exact = ranked[Math.ceil(share * times.length) - 1] ?? 0
        const index = latencyClassOf(exact)
        const found = latencyQuantile(count(times), share) ?? -1
        expect(found).toBeGreaterThanOrEqual(latencyEnds[index - 1] ?? 0)
        expect(found).toBeLessThanOrEqual(latencyEnds[index] ?? 0)
      },
    ),
  )
})

test('of many instances it is that of all reads together', () => {
  const [one, other] = [count([1, 1, 1, 1]), count([100, 100, 100, 100])]
  const both = one.map((n, index) => n + (other[index] ?? 0))
  expect(latencyQuantile(both, 0.5)).toBe(2)
  expect(latencyQuantile(both, 0.95)).toBeGreaterThan(96)
})

test('nothing counted has no time, and what is above all classes counts as their end', () => {
  expect(latencyQuantile(count([]), 0.5)).toBeNull()
  expect(latencyQuantile(count([60_000]), 0.95)).toBe(8192)
})
