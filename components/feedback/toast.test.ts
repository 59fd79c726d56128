import { beforeEach, describe, expect, test, vi } from 'vitest'
import { errorMessage, pendingMessage } from '@/lib/base/errors'
import { failure, type Result, success } from '@/lib/base/result'
import { toastDone, toastRefusal, toastUndoable } from './toast'
import { showToast } from './toast-store'

vi.mock('./toast-store', () => ({ showToast: vi.fn() }))
beforeEach(() => vi.clearAllMocks())

test('a change that not every page shows yet says so in plain words', () => {
  toastDone({ ...success(null), invalidation: 'pending' }, '3 columns approved')
  const said = { tone: 'warn', message: '3 columns approved', description: pendingMessage }
  expect(showToast).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(said))
})

test('it says so where a success is otherwise silent', () => {
  toastDone({ ...success(null), invalidation: 'pending' })
  expect(showToast).toHaveBeenCalledOnce()
  toastDone(success(null))
  expect(showToast).toHaveBeenCalledOnce()
  toastDone(success(null), 'Split off')
  expect(showToast).toHaveBeenCalledTimes(2)
})

describe('a change that can be taken back', () => {
  const press = (undo: () => Promise<Result<unknown>>) => {
    toastUndoable(success(null), 'Ada is shut out', undo)
    vi.mocked(showToast).mock.calls[0]?.[0].action?.onPress()
  }
  const said = (toast: object) =>
    vi.waitFor(() => expect(showToast).toHaveBeenLastCalledWith(expect.objectContaining(toast)))

  test('is taken back at a press', async () => {
    press(async () => success(null))
    await said({ tone: 'good', message: 'Undone' })
  })

  test('says why when it is not taken back', async () => {
    press(async () => failure('conflict'))
    await said({ tone: 'bad', message: errorMessage('conflict') })
  })

  test('says so when the site does not answer', async () => {
    press(() => Promise.reject(new TypeError('Failed to fetch')))
    await said({ tone: 'bad', message: errorMessage('unreachable') })
  })

  test('is not given up when it is refused for the moment', async () => {
    const answers: Result<unknown>[] = [failure('rate_limited'), success(null)]
    press(async () => answers.shift() ?? failure('internal'))
    await said({ action: expect.objectContaining({ label: 'Retry' }) })
    vi.mocked(showToast).mock.lastCall?.[0].action?.onPress()
    await said({ tone: 'good', message: 'Undone' })
  })
})

test('Retry is offered for what passes, and waits as long as the server asks', () => {
  const retry = vi.fn()
  const action = () => vi.mocked(showToast).mock.lastCall?.[0].action
  toastRefusal(failure('rate_limited', { details: { retryAfter: 4 } }), retry)
  expect(action()).toMatchObject({ label: 'Retry', wait: 4 })
  toastRefusal(failure('unreachable'), retry)
  expect(action()).toMatchObject({ label: 'Retry', wait: 0 })
  toastRefusal(failure('forbidden'), retry)
  expect(action()).toBeUndefined()
})
