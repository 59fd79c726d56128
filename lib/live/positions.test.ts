import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientNamespace, globalNamespace, type Namespace } from '@/lib/base/tag'
import {
  isCovered,
  type Position,
  parseBrought,
  partsOf,
  positionOf,
  printPositions,
} from './positions'

const position = fc
  .tuple(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 1000 }), fc.stringMatching(/^[a-z0-9]{1,18}$/))
  .map(([millis, count, nonce]) => positionOf(`${millis}-${count}`, nonce))
const namespace = fc.oneof(fc.constant(globalNamespace), fc.uuid().map(clientNamespace))

test('what is printed is read again, and stands in a header and an address as it is', () => {
  fc.assert(
    fc.property(fc.dictionary(namespace, position), (found) => {
      const positions = new Map(Object.entries(found) as [Namespace, Position][])
      const text = printPositions(positions)
      expect(text).toMatch(/^[\w.=:,~-]*$/)
      expect(parseBrought([text])).toEqual({ positions, ago: null, broken: false })
    }),
  )
})

test('of several who heard, the one behind counts', () => {
  const [older, newer] = [positionOf('9-5', 'a'), positionOf('10-0', 'b')]
  const texts = [newer, older, newer].map((one) => printPositions([[globalNamespace, one]]))
  expect(parseBrought(texts).positions.get(globalNamespace)).toBe(older)
})

test('what nobody printed is known as such, and harms nothing', () => {
  for (const text of ['x', 'global=1', 'global=1-1', 'global=1-1:', '=1-1:a', 'other=1-1:a', '%']) {
    expect(parseBrought([text]), text).toEqual({ positions: new Map(), ago: null, broken: true })
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 5_000 }), (text) => {
      parseBrought([text])
    }),
  )
  expect(parseBrought([''])).toEqual({ positions: new Map(), ago: null, broken: false })
})

test('who names no place in a stream, and no time, may have missed something of it', () => {
  const acme = clientNamespace('acme')
  const everywhere = [globalNamespace, acme]
  const heard = printPositions([[globalNamespace, positionOf('9-5', 'a')]])
  expect(isCovered(parseBrought([heard]), [globalNamespace])).toBe(true)
  expect(isCovered(parseBrought([heard]), everywhere)).toBe(false)
  expect(isCovered(parseBrought([heard], '1500'), everywhere)).toBe(true)
  expect(isCovered(parseBrought([heard, 'x'], '1500'), everywhere)).toBe(false)
  expect(isCovered(parseBrought([]), everywhere)).toBe(false)
})

test('how long ago is a number of milliseconds, an hour at most', () => {
  expect(parseBrought([], '1500')).toEqual({ positions: new Map(), ago: 1500, broken: false })
  for (const text of ['', '-1', '1e3', '3600001', 'x', '9'.repeat(40)]) {
    expect(parseBrought([], text), text).toMatchObject({ ago: null, broken: true })
  }
})

test('a position has its number and its nonce', () => {
  expect(partsOf(positionOf('12-3', 'abc'))).toEqual(['12-3', 'abc'])
})
