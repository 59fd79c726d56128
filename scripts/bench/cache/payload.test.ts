import { expect, test } from 'vitest'
import { makePayload } from './payload'

test('a payload has just the bytes that were asked for, and is the same every time', () => {
  for (const bytes of [1024, 10_240, 102_400]) {
    const json = JSON.stringify(makePayload(bytes))
    expect(Buffer.byteLength(json)).toBe(bytes)
    expect(JSON.stringify(makePayload(bytes))).toBe(json)
  }
})
