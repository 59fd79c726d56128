import { toast } from 'sonner'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { errorMessage, pendingMessage } from '@/lib/base/errors'
import { failure, type Result, success } from '@/lib/base/result'
import { toastDone, toastUndoable } from './toast'

vi.mock('sonner', () => ({ toast: { success: vi.fn(), warning: vi.fn(), error: vi.fn() } }))
beforeEach(() => vi.clearAllMocks())

test('a change that not every page shows yet says so in plain words', () => {
  toastDone({ ...success(null), invalidation: 'pending' }, '3 columns approved')
  expect(toast.success).not.toHaveBeenCalled()
  const said = expect.objectContaining({ description: pendingMessage })
  expect(toast.warning).toHaveBeenCalledWith('3 columns approved', said)
})

test('it says so where a success is otherwise silent', () => {
  toastDone({ ...success(null), invalidation: 'pending' })
  expect(toast.warning).toHaveBeenCalledOnce()
  toastDone(success(null))
  expect(toast.success).not.toHaveBeenCalled()
  toastDone(success(null), 'Split off')
  expect(toast.success).toHaveBeenCalledOnce()
})

describe('a change that can be taken back', () => {
  const press = (undo: () => Promise<Result<unknown>>) => {
    toastUndoable(success(null), 'Ada is shut out', undo)
    const options: unknown = vi.mocked(toast.success).mock.calls[0]?.[1]
    const { onClick } = (options as { action: { onClick: () => void } }).action
    onClick()
  }

  test('is taken back at a press', async () => {
    press(async () => success(null))
    await vi.waitFor(() => expect(toast.success).toHaveBeenCalledTimes(2))
    expect(toast.success).toHaveBeenLastCalledWith('Undone', { description: undefined })
  })

  test('says why when it is not taken back', async () => {
    press(async () => failure('conflict'))
    const said = errorMessage('conflict')
    await vi.waitFor(() => expect(toast.error).toHaveBeenCalledWith(said, expect.anything()))
  })

  test('says so when the site does not answer', async () => {
    press(() => Promise.reject(new TypeError('Failed to fetch')))
    const said = errorMessage('unavailable')
    await vi.waitFor(() => expect(toast.error).toHaveBeenCalledWith(said, expect.anything()))
  })
})
