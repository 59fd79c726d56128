import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadFact } from '@/lib/cache/cache'
import { type ReadReport, statusOfPath, statusOfReads, statusOfValidator } from './cache-status'
import { readHeaders } from './read-headers'

const read = (outcome: ReadReport['outcome'], more: Partial<ReadReport> = {}): ReadReport => ({
  path: 'redis',
  outcome,
  milliseconds: 1,
  ...more,
})

test.each<[string, ReadReport[], string | null]>([
  ['nothing', [], null],
  ['a hit', [read('hit', { ttlSeconds: 12.7 })], 'Portolan; hit; ttl=12; detail=redis'],
  ['a hit of the old path', [read('hit', { path: 'legacy' })], 'Portolan; hit; detail=legacy'],
  [
    'hits',
    [read('hit', { ttlSeconds: 50 }), read('hit', { ttlSeconds: 9 })],
    'Portolan; hit; ttl=9; detail=redis',
  ],
  [
    'an old value by choice',
    [read('stale', { ttlSeconds: -3.2 })],
    'Portolan; hit; ttl=-4; detail=redis',
  ],
  ['a miss', [read('hit'), read('miss', { reason: 'absent' })], 'Portolan; fwd=miss; detail=redis'],
  [
    'a value that was changed',
    [read('miss', { reason: 'invalid' })],
    'Portolan; fwd=stale; detail=redis',
  ],
  [
    'a value that is too old',
    [read('miss', { reason: 'expired' })],
    'Portolan; fwd=stale; detail=redis',
  ],
  [
    'a value of somebody else',
    [read('miss', { reason: 'unreadable' })],
    'Portolan; fwd=miss; detail=redis',
  ],
  ['a joined load', [read('join')], 'Portolan; fwd=miss; collapsed; detail=redis'],
  [
    'a miss beside a stale value',
    [read('miss', { reason: 'expired' }), read('miss', { reason: 'absent', path: 'shadow' })],
    'Portolan; fwd=miss; detail=shadow',
  ],
  [
    'a fence',
    [read('miss'), read('bypass', { reason: 'fence' })],
    'Portolan; fwd=bypass; detail=fence',
  ],
  ['Redis', [read('bypass', { reason: 'redis' })], 'Portolan; fwd=bypass; detail=breaker'],
  [
    'no cache',
    [read('bypass', { reason: 'off', path: 'off' })],
    'Portolan; fwd=bypass; detail=off',
  ],
  ['never kept', [read('bypass', { reason: 'uncached' })], 'Portolan; fwd=bypass; detail=uncached'],
])('an answer of %s', (_, reads, status) => {
  expect(statusOfReads(reads)).toBe(status)
})

test('what is known before anything is read', () => {
  expect(statusOfValidator('notModified')).toBe('Portolan; hit; detail=validator')
  expect(statusOfValidator('changed')).toBe('Portolan; fwd=stale; detail=validator')
  expect(statusOfValidator('unasked')).toBe('Portolan; fwd=miss; detail=validator')
  expect(statusOfValidator('unasked', 'fence')).toBe('Portolan; fwd=bypass; detail=fence')
  expect(statusOfValidator('changed', 'unreachable')).toBe('Portolan; fwd=bypass; detail=breaker')
  expect(statusOfPath('legacy')).toBe('Portolan; fwd=bypass; detail=legacy')
})

const outcomes = fc.constantFrom<ReadReport['outcome']>('hit', 'stale', 'miss', 'join', 'bypass')
const reports = fc.record(
  {
    path: fc.constantFrom('off', 'legacy', 'shadow', 'redis'),
    outcome: outcomes,
    reason: fc.constantFrom('absent', 'invalid', 'expired', 'unreadable', 'off', 'fence', 'redis'),
    ttlSeconds: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    milliseconds: fc.double({ min: 0, max: 1e5, noNaN: true }),
  },
  { requiredKeys: ['path', 'outcome', 'milliseconds'] },
)

test('every answer has one well-formed status, a hit or the reason why it is none', () => {
  fc.assert(
    fc.property(fc.array(reports, { minLength: 1, maxLength: 6 }), (reads) => {
      const [name, ...parameters] = (statusOfReads(reads) ?? '').split('; ')
      expect(name).toBe('Portolan')
      for (const parameter of parameters) {
        expect(parameter).toMatch(
          /^(hit|collapsed|fwd=(bypass|miss|stale)|ttl=-?\d{1,15}|detail=[a-z]+)$/,
        )
      }
      const isHit = reads.every(({ outcome }) => outcome === 'hit' || outcome === 'stale')
      expect(parameters.includes('hit')).toBe(isHit)
      expect(parameters.some((parameter) => parameter.startsWith('fwd='))).toBe(!isHit)
    }),
  )
})

test('what a handler says of its reads', () => {
  const facts: ReadFact[] = [
    { read: 'a', path: 'redis', outcome: 'hit', tags: [], milliseconds: 1.26, ttlSeconds: 5 },
    { read: 'b', path: 'redis', outcome: 'join', tags: [], milliseconds: 2 },
    { read: 'e', path: 'redis', outcome: 'stale', tags: [], milliseconds: 0.5, ttlSeconds: -5 },
    { read: 'c', path: 'redis', outcome: 'miss', reason: 'absent', tags: [], milliseconds: 30 },
    { read: 'd', path: 'redis', outcome: 'bypass', reason: 'fence', tags: [], milliseconds: 10 },
  ]
  expect(readHeaders(facts)).toEqual({
    'Cache-Status': 'Portolan; fwd=bypass; detail=fence',
    'X-Cache-Hits': '2',
    'X-Cache-Misses': '2',
    'Server-Timing': 'cache;dur=3.8;desc="3 reads", db;dur=40.0;desc="2 reads"',
  })
  expect(readHeaders([])).toEqual({})
})
