import { expect, test } from 'vitest'
import { createTestTimer } from '@/tests/support/cache/instance'
import { createBudget } from './budget'
import { withDeadline } from './timer'

test('waits at the same time count once, time without a wait not at all', async () => {
  const { timer, advance } = createTestTimer()
  const budget = createBudget(timer, 150)
  const together = [1, 2].map(() => budget.spend(() => timer.sleep(40)))
  await advance(40)
  await Promise.all(together)
  expect(budget.left()).toBe(110)
  await advance(1000)
  expect(budget.left()).toBe(110)
  const failed = budget.spend(async () => {
    await timer.sleep(10)
    throw new Error('down')
  })
  failed.catch(() => undefined)
  await advance(5)
  expect(budget.left()).toBe(105)
  await advance(5)
  await expect(failed).rejects.toThrow('down')
  expect(budget.left()).toBe(100)
})

test('a deadline ends a wait, and an answer in time ends the deadline', async () => {
  const { timer, advance } = createTestTimer()
  const late = withDeadline(timer, 10, () => timer.sleep(11))
  late.catch(() => undefined)
  await advance(10)
  await expect(late).rejects.toThrow('No answer within 10 ms')
  expect(await withDeadline(timer, 10, async () => 'in time')).toBe('in time')
})
