import { expect, test } from 'vitest'
import { currentToasts, dismissToast, onToastsChange, showToast } from './toast-store'

const messages = () => currentToasts().map(({ message }) => message)

test('the newest stands last, the oldest goes when there are many', () => {
  for (const message of ['a', 'b', 'c', 'd', 'e']) showToast({ tone: 'good', message, lasts: 1 })
  expect(messages()).toEqual(['b', 'c', 'd', 'e'])
})

test('who listens hears of each change, and of one toast only that goes', () => {
  let heard = 0
  const stop = onToastsChange(() => {
    heard += 1
  })
  const [first] = currentToasts()
  if (first) dismissToast(first.id)
  expect(heard).toBe(1)
  expect(messages()).toEqual(['c', 'd', 'e'])
  stop()
  showToast({ tone: 'bad', message: 'f', lasts: 1 })
  expect(heard).toBe(1)
})
