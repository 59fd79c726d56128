import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

const from = (list?: string) =>
  clientAddress(new Headers(list === undefined ? {} : { 'X-Forwarded-For': list }))

test('what the nearest proxy saw counts, and not what the asker says of itself', () => {
  expect(from('203.0.113.9')).toBe('203.0.113.9')
  expect(from('1.2.3.4, 203.0.113.9')).toBe('203.0.113.9')
  expect(from()).toBe('unknown')
  expect(from(' ')).toBe('unknown')
})

test('addresses of one IPv6 network are one', () => {
  const network = '2001:db8:0:1::/64'
  expect(from('2001:db8:0:1::7')).toBe(network)
  expect(from('2001:0DB8:0000:0001:ffff:1:2:3')).toBe(network)
  expect(from('2001:db8:0:2::7')).not.toBe(network)
  expect(from('::1')).toBe('0:0:0:0::/64')
  expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9')
})
