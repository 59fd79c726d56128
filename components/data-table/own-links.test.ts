import { expect, test } from 'vitest'
import { isPlainPress, leadsWithin } from './own-links'

const press = {
  button: 0,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  defaultPrevented: false,
}

test('only a plain press is taken from the browser', () => {
  expect(isPlainPress(press)).toBe(true)
  for (const change of [
    { button: 1 },
    { metaKey: true },
    { ctrlKey: true },
    { shiftKey: true },
    { altKey: true },
    { defaultPrevented: true },
  ]) {
    expect(isPlainPress({ ...press, ...change })).toBe(false)
  }
})

const origin = 'https://portolan.example'
const link = { origin, pathname: '/a/b/inventory', hash: '', target: '', download: '' }
const leads = (change: Partial<typeof link>) =>
  leadsWithin({ ...link, ...change }, { origin, pathname: '/a/b/inventory' })

test('a link within the page is one to its own path, shown in its own place', () => {
  expect(leads({})).toBe(true)
  expect(leads({ target: '_self' })).toBe(true)
  expect(leads({ pathname: '/a/b/inventory/1' })).toBe(false)
  expect(leads({ origin: 'https://elsewhere.example' })).toBe(false)
  expect(leads({ target: '_blank' })).toBe(false)
  expect(leads({ hash: '#main' })).toBe(false)
  expect(leads({ download: 'assets.csv' })).toBe(false)
})
