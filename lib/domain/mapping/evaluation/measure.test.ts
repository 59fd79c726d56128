import { expect, test } from 'vitest'
import { type Judged, measure } from './measure'

function judged(
  expected: string | null,
  suggested: string | null,
  more: Partial<Judged> = {},
): Judged {
  return {
    header: 'x',
    expected,
    suggested,
    confidence: suggested === null ? 0 : 0.95,
    autoMapped: suggested !== null,
    exact: expected === suggested,
    acceptable: expected === suggested,
    ...more,
  }
}

test('every measure counts what its name says', () => {
  const measures = measure([
    judged('name', 'name'),
    judged('fqdn', 'hostname', { acceptable: true }),
    judged('model', 'vendor'),
    judged('rack', null),
    judged(null, null),
    judged(null, 'notes', { autoMapped: false, confidence: 0.6 }),
  ])
  expect(measures).toMatchObject({
    columns: 6,
    mappable: 4,
    top1Strict: 0.25,
    top1Lenient: 0.5,
    autoMapped: 3,
    nullUnmapped: 0.5,
  })
  expect(measures.autoPrecision).toBeCloseTo(2 / 3)
})

test('the calibration error is the mean gap between confidence and outcome', () => {
  const half = [judged('a', 'a', { confidence: 0.5 }), judged('a', 'b', { confidence: 0.5 })]
  expect(measure(half).calibrationError).toBeCloseTo(0)
  expect(measure([judged('a', 'b', { confidence: 0.9 })]).calibrationError).toBeCloseTo(0.9)
})
