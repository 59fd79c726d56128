import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin'

const site = 'https://portolan.example/'
const asked = (method: string, headers: Record<string, string>) =>
  isSameOrigin(method, new Headers(headers), site)

test('reading is allowed from anywhere', () => {
  expect(asked('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(
    true,
  )
})

test('a browser may write from the site itself only', () => {
  expect(asked('POST', { 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(asked('POST', { 'sec-fetch-site': 'same-site' })).toBe(false)
  expect(asked('DELETE', { 'sec-fetch-site': 'cross-site' })).toBe(false)
})

test('without Sec-Fetch-Site the origin decides', () => {
  expect(asked('POST', { origin: 'https://portolan.example' })).toBe(true)
  expect(asked('POST', { origin: 'https://evil.example' })).toBe(false)
  expect(asked('PUT', { origin: 'null' })).toBe(false)
})

test('a program that names no origin may write', () => {
  expect(asked('POST', {})).toBe(true)
})
