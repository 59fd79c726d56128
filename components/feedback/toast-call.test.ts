import { expect, test } from 'vitest'
import { callToast, showToastsBy, type ToastCall, whenToastWaits } from './toast-call'

test('a toast waits for its place, says so, and later ones go there at once', () => {
  const shown: ToastCall[] = []
  let asked = 0
  callToast({ tone: 'error', message: 'before anybody listens' })
  whenToastWaits(() => {
    asked += 1
  })
  expect(asked).toBe(1)
  callToast({ tone: 'success', message: 'second' })
  expect([asked, shown]).toEqual([2, []])
  showToastsBy((call) => shown.push(call))
  callToast({ tone: 'success', message: 'third' })
  expect(shown.map(({ message }) => message)).toEqual(['before anybody listens', 'second', 'third'])
  expect(asked).toBe(2)
})
