import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Widget } from './widget'

// The framework's part of it is looked at in a browser.
vi.mock('./widget-boundary', () => ({
  WidgetBoundary: ({ children }: { children: React.ReactNode }) => children,
}))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const skeleton = <p>on its way</p>
const widget = (load: () => Promise<string>, withSkeleton = true) =>
  Widget({
    title: 'The figures',
    load,
    skeleton: withSkeleton ? skeleton : undefined,
    children: (value) => <p>{value}</p>,
  })

test('what is read at once is drawn without its skeleton', async () => {
  expect(renderToStaticMarkup(await widget(async () => '805'))).toBe('<p>805</p>')
})

test('what is slow has its skeleton meanwhile', async () => {
  const drawn = widget(() => new Promise(() => undefined))
  await vi.runAllTimersAsync()
  expect(renderToStaticMarkup(await drawn)).toContain('<p>on its way</p>')
})

test('what breaks at once breaks inside of the boundary, not before it', async () => {
  const drawn = await widget(() => Promise.reject(new Error('no')))
  expect(renderToStaticMarkup(drawn)).toContain('<p>on its way</p>')
})

test('what has no skeleton is waited for', async () => {
  let answer: (value: string) => void = () => undefined
  const drawn = widget(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
    false,
  )
  await vi.runAllTimersAsync()
  answer('805')
  expect(renderToStaticMarkup(await drawn)).toBe('<p>805</p>')
})
