import { expect, test } from 'vitest'
import { storableAddress } from './storable-address'

test('the character of code 0 leaves an address, wherever it stands', () => {
  expect(storableAddress('/admin/users?search=%00ma%00ya')).toBe('/admin/users?search=maya')
  expect(storableAddress('/acme%00/pilot')).toBe('/acme/pilot')
})

test('what is left names no other host', () => {
  expect(storableAddress('/%00/evil.example')).toBe('/evil.example')
  expect(storableAddress('/%00\\evil.example')).toBe('/evil.example')
})

test('any other address stays', () => {
  for (const address of ['/', '/acme/pilot?q=%2500', '/acme/pilot?q=100%25&sort=name']) {
    expect(storableAddress(address)).toBeNull()
  }
})
