import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HourlyCounts } from '@/lib/cache/upstash-hours'
import { createTestTimer } from '@/tests/support/cache/instance'
import { endsOf } from './classes'
import { thresholds, type Visit, type VitalName, visitSchema, vitalNames } from './schema'
import { rate, summarise } from './summarise'
import { createVitals } from './visit-counts'

function open() {
  const hours: [string, number][] = []
  const store: HourlyCounts = {
    add: async (counts) =>
      void hours.push(...counts.map(([name, n]): [string, number] => [name, n])),
    read: async () => hours,
  }
  const { timer } = createTestTimer()
  const vitals = createVitals({
    ...{ store, timer, period: 1000 },
    background: () => undefined,
    failed: (error) => expect(error).toBeUndefined(),
  })
  const visit = (path: Visit['path'], samples: Partial<Record<VitalName, number>>, route = '/a') =>
    vitals.record(
      visitSchema.parse({
        ...{ route, path },
        samples: Object.entries(samples).map(([name, value]) => ({ name, value })),
      }),
    )
  return { ...vitals, visit, stored: hours }
}

test('visits are counted by page and path, and the slowest quarter decides', async () => {
  const vitals = open()
  for (const LCP of [900, 900, 900, 5200]) vitals.visit('legacy', { LCP, CLS: 0.3 })
  for (let n = 0; n < 9; n++) vitals.visit('redis', { LCP: 450, INP: 30 })
  vitals.visit('redis', { LCP: 9000 })
  vitals.visit('redis', { TTFB: 50 }, '/b')
  await vitals.flush()
  const { all, pages } = summarise(await vitals.read(1))
  expect(pages.map(({ route }) => route)).toEqual(['/a', '/b'])
  const [legacy, redis] = pages[0]?.paths ?? []
  expect(legacy).toMatchObject({
    path: 'legacy',
    visits: 4,
    vitals: { LCP: { p75: 1000, rating: 'good', count: 4, good: 0.75, poor: 0.25 } },
  })
  expect(legacy?.vitals.CLS).toMatchObject({ rating: 'poor', good: 0, poor: 1 })
  expect(redis).toMatchObject({ path: 'redis', visits: 10, vitals: { INP: { count: 9 } } })
  expect(redis?.vitals.LCP?.p75).toBeLessThanOrEqual(500)
  expect(all.map(({ path, visits }) => [path, visits])).toEqual([
    ['legacy', 4],
    ['redis', 10],
  ])
})

test('nothing that is stored names more than the page, the path and the class', async () => {
  const vitals = open()
  vitals.visit('redis', { LCP: 1234.5 }, '/:client/:engagement/inventory')
  await vitals.flush()
  expect(vitals.stored).toEqual([['redis LCP 14 /:client/:engagement/inventory', 1]])
})

test('what another version stored is left out', async () => {
  const vitals = open()
  vitals.stored.push(['redis FID 3 /a', 1], ['shadow LCP 3 /a', 1], ['redis LCP 99 /a', 1])
  expect(await vitals.read(1)).toEqual([])
})

test('a share of good and poor is exact: their limits are ends of classes', () => {
  for (const name of vitalNames) {
    const { good, poor } = thresholds[name]
    expect(endsOf(name)).toEqual(expect.arrayContaining([good, poor]))
    expect(endsOf(name)).toEqual(endsOf(name).toSorted((a, b) => a - b))
    expect([rate(name, good), rate(name, poor), rate(name, poor * 1.01)]).toEqual([
      'good',
      'needs work',
      'poor',
    ])
  }
})

test('what is said of many visits lies within their class', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...vitalNames),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
      async (name, parts) => {
        const vitals = open()
        const values = parts.map((part) => part * (name === 'CLS' ? 2 : 30_000))
        for (const value of values) vitals.visit('redis', { [name]: value })
        await vitals.flush()
        const said = summarise(await vitals.read(1)).all[0]?.vitals[name]
        const sorted = values.toSorted((a, b) => a - b)
        const exact = sorted[Math.ceil(0.75 * sorted.length) - 1] ?? 0
        const ends = [0, ...endsOf(name)]
        const from = ends.findLast((end) => end <= exact) ?? 0
        const to = ends.find((end) => end > exact) ?? from
        expect(said?.p75).toBeGreaterThanOrEqual(from)
        expect(said?.p75).toBeLessThanOrEqual(to)
      },
    ),
  )
})

test.each([
  ['an unknown path', { path: 'shadow' }],
  ['no measurement', { samples: [] }],
  ['a measurement twice', { samples: Array(2).fill({ name: 'LCP', value: 1 }) }],
  ['a negative time', { samples: [{ name: 'LCP', value: -1 }] }],
  ['a time of no page', { samples: [{ name: 'INP', value: 600_001 }] }],
  ['another measurement', { samples: [{ name: 'FID', value: 1 }] }],
  ['a text', { samples: [{ name: 'LCP', value: '1' }] }],
])('%s is refused', (_what, change) => {
  const visit = { route: '/a', path: 'redis', samples: [{ name: 'LCP', value: 1 }] }
  expect(visitSchema.safeParse(visit).success).toBe(true)
  expect(visitSchema.safeParse({ ...visit, ...change }).success).toBe(false)
})
