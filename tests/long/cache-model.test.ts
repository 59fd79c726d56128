import { expect, test } from 'vitest'
import { fullConfigurations } from '@/tests/model/configurations'
import { explore } from '@/tests/model/explore'
import {
  evictingConfigurations,
  halfRepairedRules,
  repairedRules,
} from '@/tests/model/fences-in-the-marker'
import { proveConfiguration, proveSchedules } from '@/tests/model/prove'

const minutes = 60_000

test.each(fullConfigurations)(
  '$name: explored whole, without a violation',
  {
    timeout: 30 * minutes,
  },
  (configuration) => {
    const { complete, violation } = proveConfiguration(configuration)
    expect(violation).toBeNull()
    expect(complete).toBe(true)
  },
)

test.each(evictingConfigurations)(
  'with fences in the marker promise 2 would hold: $name',
  {
    timeout: 30 * minutes,
  },
  (configuration) => {
    const { complete, violation } = explore(configuration, repairedRules, 1_000_000)
    expect(violation).toBeNull()
    expect(complete).toBe(true)
    const half = explore(configuration, halfRepairedRules, 1_000_000)
    expect(half.violation?.broken).toMatch(/^promise 2/)
  },
)

test('the code keeps its promises in every schedule with three preemptions', {
  timeout: 30 * minutes,
}, async () => {
  const proved = await proveSchedules(3)
  expect(proved.filter(({ violation }) => violation)).toEqual([])
})
