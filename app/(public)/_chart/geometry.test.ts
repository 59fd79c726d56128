import { expect, test } from 'vitest'
import { berths, coast, island, type Point, rhumbLines, windNodes } from './geometry'

const center: Point = [0, 0]

test('sixteen nodes are joined each with each', () => {
  expect(windNodes(center, 100)).toHaveLength(16)
  expect(rhumbLines(center, 100)).toHaveLength((16 * 15) / 2)
})

test('the wind of a line is the one its direction says', () => {
  const steps = { principal: 45, half: 22.5, quarter: 11.25 } as const
  for (const { wind, from, to } of rhumbLines(center, 1000)) {
    const degrees = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
    const off = Math.abs(degrees / steps[wind] - Math.round(degrees / steps[wind]))
    expect(off).toBeLessThan(0.01)
  }
})

test('a coast keeps its rough points and is the same for the same seed', () => {
  const rough: Point[] = [
    [0, 0],
    [100, 40],
    [200, 0],
  ]
  const line = coast(rough, 7)
  expect(line).toHaveLength(2 * 32 + 1)
  expect([line[0], line[32], line[64]]).toEqual(rough)
  expect(coast(rough, 7)).toEqual(line)
  expect(coast(rough, 8)).not.toEqual(line)
})

test('an island ends where it began', () => {
  const line = island([10, 10], 20, 10, 3)
  expect(line.at(-1)?.[0]).toBeCloseTo(line[0]?.[0] ?? Number.NaN)
  expect(line.at(-1)?.[1]).toBeCloseTo(line[0]?.[1] ?? Number.NaN)
})

test('names on a coast that runs east point north, to the land on the left', () => {
  const line: Point[] = Array.from({ length: 50 }, (_, x) => [x, 0])
  expect(berths(line, 3).map(({ inland }) => inland)).toEqual([-90, -90, -90])
})
