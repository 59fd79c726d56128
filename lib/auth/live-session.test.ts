import { expect, test } from 'vitest'
import { isLiveSession } from './live-session'

const claims = { userId: 'ada', sessionVersion: 3, sessionId: 'this' }
const state = { status: 'active', sessionVersion: 3, endedSessions: ['another'] } as const

test('a session lives until it, or all of its person, is ended', () => {
  expect(isLiveSession(claims, state)).toBe(true)
  expect(isLiveSession(claims, { ...state, status: 'pending' })).toBe(true)
  expect(isLiveSession(claims, { ...state, status: 'disabled' })).toBe(false)
  expect(isLiveSession(claims, { ...state, sessionVersion: 4 })).toBe(false)
  expect(isLiveSession(claims, { ...state, endedSessions: ['another', 'this'] })).toBe(false)
})
