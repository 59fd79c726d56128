import { expect, test } from 'vitest'
import { type ErrorCode, errorMessage, errorStatus, errorTable } from './errors'

const codes = Object.keys(errorTable) as ErrorCode[]

test.each(codes)('%s has a status of refusal and a sentence for people', (code) => {
  expect(errorStatus(code)).toBeGreaterThanOrEqual(400)
  expect(errorStatus(code)).toBeLessThan(600)
  expect(errorMessage(code)).toMatch(/^[A-Z].*\.$/)
  // A code or an internal name in the words would mean that they were written for us.
  expect(errorMessage(code)).not.toMatch(/_|undefined|null|SQL/)
})

test('what is not there and what is not yours cannot be told apart', () => {
  expect(errorStatus('not_found')).toBe(404)
  expect(errorMessage('not_found')).not.toMatch(/allow|permission|access/)
})
