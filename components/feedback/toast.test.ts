import { beforeEach, describe, expect, test, vi } from 'vitest'
import { errorMessage, pendingMessage } from '@/lib/base/errors'
import { failure, type Result, success } from '@/lib/base/result'
import { toastDone, toastUndoable } from './toast'
import { callToast } from './toast-call'

vi.mock('./toast-call', () => ({ callToast: vi.fn() }))
const one = (toast: object) => expect.objectContaining(toast)
beforeEach(() => vi.clearAllMocks())

test('a change that not every page shows yet says so in plain words', () => {
  toastDone({ ...success(null), invalidation: 'pending' }, '3 columns approved')
  const said = { tone: 'warning', message: '3 columns approved', description: pendingMessage }
  expect(callToast).toHaveBeenCalledExactlyOnceWith(one(said))
})

test('it says so where a success is otherwise silent', () => {
  toastDone({ ...success(null), invalidation: 'pending' })
  toastDone(success(null))
  expect(callToast).toHaveBeenCalledExactlyOnceWith(one({ tone: 'warning', message: 'Saved' }))
  toastDone(success(null), 'Split off')
  expect(callToast).toHaveBeenLastCalledWith(one({ tone: 'success', message: 'Split off' }))
})

describe('a change that can be taken back', () => {
  const press = (undo: () => Promise<Result<unknown>>) => {
    toastUndoable(success(null), 'Ada is shut out', undo)
    vi.mocked(callToast).mock.calls[0]?.[0].action?.onClick()
  }

  test('is taken back at a press', async () => {
    press(async () => success(null))
    await vi.waitFor(() => expect(callToast).toHaveBeenCalledTimes(2))
    expect(callToast).toHaveBeenLastCalledWith(one({ tone: 'success', message: 'Undone' }))
  })

  test('says why when it is not taken back', async () => {
    press(async () => failure('conflict'))
    const said = one({ tone: 'error', message: errorMessage('conflict') })
    await vi.waitFor(() => expect(callToast).toHaveBeenCalledWith(said))
  })

  test('says so when the site does not answer', async () => {
    press(() => Promise.reject(new TypeError('Failed to fetch')))
    const said = one({ tone: 'error', message: errorMessage('unavailable') })
    await vi.waitFor(() => expect(callToast).toHaveBeenCalledWith(said))
  })
})
