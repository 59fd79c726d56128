import { expect, test, vi } from 'vitest'
import { keepUp } from './keep-up'

test('outside of a request work is done all the same', async () => {
  const failed = vi.fn()
  const work = vi.fn(async () => undefined)
  keepUp(work, failed)
  await vi.waitFor(() => expect(work).toHaveBeenCalledOnce())
  expect(failed).not.toHaveBeenCalled()
})

test('work that fails is heard of, whether it was under way or put off', async () => {
  const [first, second] = [new Error('under way'), new Error('put off')]
  const failed = vi.fn()
  keepUp(Promise.reject(first), failed)
  keepUp(() => Promise.reject(second), failed)
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(2))
  expect(failed.mock.calls.flat()).toEqual(expect.arrayContaining([first, second]))
})
