import { expect, test } from 'vitest'
import { fullConfigurations } from '@/tests/model/configurations'
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

test('the code keeps its promises in every schedule with three preemptions', {
  timeout: 30 * minutes,
}, async () => {
  const proved = await proveSchedules(3)
  expect(proved.filter(({ violation }) => violation)).toEqual([])
})
