import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tagsOf } from '@/db/coherence/tags'
import { upload } from '../flows/upload'
import { createWorld, type World } from '../flows/world'

let world: World

beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('each step of a job is fenced and told of; its claim and its heartbeat are not', async () => {
  const { flowId } = await upload(world, 'name\nalpha\n')
  const fence = vi.spyOn(world.deps.coherence.invalidation, 'fence')
  const bump = vi.spyOn(world.deps.coherence.invalidation, 'bump')
  let total = 0
  const { steps } = await world.drive(
    {},
    {
      data_import: async () => {
        total += 1
        return total < 4
          ? { status: 'continue', cursor: { total }, progress: { done: total, total: 4 } }
          : { status: 'completed', result: { status: 'completed' } }
      },
      attribute_mapping: async () => ({ status: 'waiting', result: { status: 'waiting' } }),
    },
  )
  expect(steps).toBe(5)
  expect(fence).toHaveBeenCalledTimes(steps)
  expect(bump).toHaveBeenCalledTimes(steps)
  const flow = tagsOf.flow(world.analyst).row(flowId)[0]
  for (const [tags] of fence.mock.calls) expect(tags).toContain(flow)
})
