import { toast } from 'sonner'
import { beforeEach, expect, test, vi } from 'vitest'
import { pendingMessage } from '@/lib/base/errors'
import { success } from '@/lib/base/result'
import { toastDone } from './toast'

vi.mock('sonner', () => ({ toast: { success: vi.fn(), warning: vi.fn() } }))
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
